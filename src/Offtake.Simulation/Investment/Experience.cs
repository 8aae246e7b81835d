namespace Offtake.Simulation.Investment;

/// <summary>All that the world has made by a process since the beginning, and what is left of its processing cost.</summary>
public sealed class Experience
{
    private readonly int[][] _facilities;
    private readonly int[] _process;
    private readonly double[] _opening;
    private readonly double[] _rate;

    internal Experience(ChainLayout layout, OptionalNumbers numbers)
    {
        _process = [.. layout.Chain.Learning.Select(l => l.Process)];
        _facilities = [.. _process.Select(p => Enumerable.Range(0, layout.Facilities.Length).Where(f => layout.Facilities[f].Process == p).ToArray())];
        _opening = numbers.CumulativeActivity;
        _rate = numbers.LearningRate;
        Cumulative = [.. _opening];
        CostRatio = new double[layout.Processes.Length];
        Array.Fill(CostRatio, 1.0);
    }

    /// <summary>World activity since the beginning, by learning curve.</summary>
    public double[] Cumulative { get; }

    /// <summary>Processing cost over that of the opening, by process.</summary>
    public double[] CostRatio { get; }

    /// <summary>Adds the activity of a month.</summary>
    internal void Gain(ChainState state)
    {
        for (int i = 0; i < _process.Length; i++)
        {
            foreach (int f in _facilities[i]) Cumulative[i] += state.Months.Activity[f].Value;
            CostRatio[_process[i]] = Learning.CostRatio(Cumulative[i] / _opening[i], _rate[i]);
        }
    }
}
