using Offtake.Model.Chain;
using Offtake.Simulation.Innovations;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation;

/// <summary>Numbers, in one future, of the tables that a world may do without. Empty arrays and null mean that the world says nothing, not that it says zero.</summary>
public sealed class OptionalNumbers
{
    internal OptionalNumbers(ValueChain chain, ParameterDraw draw)
    {
        ResidueAmount = chain.Residues is { } inventory ? [.. inventory.Rates.Select(r => draw.Of(r.AmountPerUnit))] : [];
        LearningRate = [.. chain.Learning.Select(l => draw.Of(l.RatePerDoubling))];
        CumulativeActivity = [.. chain.Learning.Select(l => draw.Of(l.CumulativeActivity))];
        Research = chain.Research is { } research ? new ResearchNumbers(chain, research, draw) : null;
        WorkersPerUnit = new double[chain.Processes.Count];
        SlackShare = new double[chain.Regions.Count];
        NetGrowthPerYear = new double[chain.Regions.Count];
        EntryPlacesPerYear = new double[chain.Regions.Count];
        LeavingPerYear = new double[chain.Regions.Count];
        if (chain.Workforce is not { } workforce) return;
        foreach (SkillNeed need in workforce.Needs) WorkersPerUnit[need.Process] = draw.Of(need.WorkersPerUnitYear);
        foreach (SkilledPool pool in workforce.Pools)
        {
            SlackShare[pool.Region] = draw.Of(pool.SlackShare);
            NetGrowthPerYear[pool.Region] = draw.Of(pool.NetGrowthPerYear);
            EntryPlacesPerYear[pool.Region] = draw.Of(pool.EntryPlacesPerYear);
            LeavingPerYear[pool.Region] = draw.Of(pool.LeavingPerYear);
        }
    }

    /// <summary>Residue per unit of activity, by rate of the inventory.</summary>
    public double[] ResidueAmount { get; }

    /// <summary>Share by which each doubling lowers processing cost, by learning curve.</summary>
    public double[] LearningRate { get; }

    /// <summary>World activity up to the opening, by learning curve.</summary>
    public double[] CumulativeActivity { get; }

    /// <summary>Numbers of research and projects; null where the world says nothing of them.</summary>
    public ResearchNumbers? Research { get; }

    /// <summary>Skilled workers per unit of activity a year, by process; zero for processes that need none.</summary>
    public double[] WorkersPerUnit { get; }

    /// <summary>Share by which the pool is aimed above need, by region.</summary>
    public double[] SlackShare { get; }

    /// <summary>Largest net growth of the pool a year, by region.</summary>
    public double[] NetGrowthPerYear { get; }

    /// <summary>Persons a year that can be trained where there is no pool, by region.</summary>
    public double[] EntryPlacesPerYear { get; }

    /// <summary>Share of the pool that leaves in a year, by region.</summary>
    public double[] LeavingPerYear { get; }
}
