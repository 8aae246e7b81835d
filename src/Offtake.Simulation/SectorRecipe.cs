using Offtake.Model.Chain;

namespace Offtake.Simulation;

/// <summary>Where the content that enters a sector leaves it: output markets, and for each the elements and yields. Structure only.</summary>
public sealed class SectorRecipe
{
    internal SectorRecipe(ValueChain chain, Sector sector, int[,] marketOf)
    {
        Process process = chain.Processes[sector.Process];
        IEnumerable<int> commodities = process.Shares.Select(s => s.Commodity).Concat(process.Yields.Select(y => y.Commodity));
        if (process.IsExtraction) commodities = [process.Output];
        int[] outputs = [.. commodities.Distinct()];
        OutputMarkets = [.. outputs.Select(c => marketOf[c, sector.Region])];
        OutputCommodities = outputs;
        OutputElements = [.. outputs.Select(c => chain.Commodities[c].Elements.ToArray())];
        IsCounted = [.. outputs.Select(c => chain.Commodities[c].Basis != Basis.Reo)];
    }

    /// <summary>Commodities made, in the order of the recipe.</summary>
    public int[] OutputCommodities { get; }

    /// <summary>Elements of each output, ascending.</summary>
    internal int[][] OutputElements { get; }

    /// <summary>Markets the outputs are sold on.</summary>
    public int[] OutputMarkets { get; }

    /// <summary>Whether the amount made follows from a yield; otherwise it is the sum of its content.</summary>
    public bool[] IsCounted { get; }
}
