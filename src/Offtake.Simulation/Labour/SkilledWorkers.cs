namespace Offtake.Simulation.Labour;

/// <summary>Skilled workers by region: how many there are, how many capacity would take, and what capacity can be staffed for. It counts heads, not wages.</summary>
public sealed class SkilledWorkers
{
    private readonly double[] _workersPerMonthlyUnit;
    private readonly int[] _region;

    internal SkilledWorkers(ChainLayout layout, OptionalNumbers numbers)
    {
        Pool = new double[layout.Chain.Regions.Count];
        Need = new double[Pool.Length];
        Trained = new double[Pool.Length];
        StaffedShare = new double[Pool.Length];
        Array.Fill(StaffedShare, 1.0);

        _region = [.. layout.Facilities.Select(f => f.Region)];

        // A capacity that is dated from records had its staff, and capacity here is a month's.
        _workersPerMonthlyUnit = [.. layout.Facilities.Select(f => f.Driver is null ? numbers.WorkersPerUnit[f.Process] * 12.0 : 0.0)];
    }

    /// <summary>Skilled workers at month end, by region.</summary>
    public double[] Pool { get; }

    /// <summary>Skilled workers that all open capacity would take, by region.</summary>
    public double[] Need { get; }

    /// <summary>Trained this month, those who replace leavers included, by region.</summary>
    public double[] Trained { get; }

    /// <summary>Share of need that the pool covers, at most one, by region.</summary>
    public double[] StaffedShare { get; }

    /// <summary>Whether a facility takes skilled workers that are counted.</summary>
    private bool Counts(int facility) => _workersPerMonthlyUnit[facility] > 0.0;

    /// <summary>Share of a facility's capacity that skilled workers can be found for; one where none are counted.</summary>
    internal double StaffedShareOf(int facility) => Counts(facility) ? StaffedShare[_region[facility]] : 1.0;

    /// <summary>Counts what open capacity would take.</summary>
    internal void CountNeed(ChainState state)
    {
        Array.Clear(Need);
        for (int f = 0; f < _workersPerMonthlyUnit.Length; f++)
            Need[_region[f]] += state.Capacity[f].Value * state.OpenShare[f] * _workersPerMonthlyUnit[f];
    }
}
