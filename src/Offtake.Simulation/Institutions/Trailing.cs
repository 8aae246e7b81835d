namespace Offtake.Simulation.Institutions;

/// <summary>The last months of one figure. For months before the first one seen, the first one stands.</summary>
internal sealed class Trailing(int months)
{
    private readonly double[] _values = new double[months];
    private int _next;
    private bool _isEmpty = true;

    /// <summary>Takes in a month that has closed.</summary>
    public void Add(double value)
    {
        if (_isEmpty) Array.Fill(_values, value);
        _isEmpty = false;
        _values[_next] = value;
        _next = (_next + 1) % _values.Length;
    }

    /// <summary>Sum of a number of months, the last of them so many months ago; 0 is the month that closed last.</summary>
    public double Sum(int count, int ago = 0)
    {
        double sum = 0.0;
        for (int i = 0; i < count; i++) sum += _values[(_next + (2 * _values.Length) - 1 - ago - i) % _values.Length];
        return sum;
    }
}
