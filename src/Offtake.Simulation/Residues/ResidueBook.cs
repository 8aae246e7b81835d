using Offtake.Model.Chain;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Residues;

/// <summary>What has been left behind, by residue and place: this month's flow and the stock since the first month. Nothing of it enters the ledger of elements.</summary>
/// <remarks>Eq. OPS-6: flow(residue, place) = Σ over facilities there of amount per unit · activity; stock' = stock + flow. The stock starts at zero: what lay there before is not known.</remarks>
public sealed class ResidueBook
{
    private readonly int[] _facility;
    private readonly int[] _entry;
    private readonly double[] _amountPerUnit;

    internal ResidueBook(ChainLayout layout, OptionalNumbers numbers)
    {
        ResidueSources sources = layout.Lists.ResidueSources!;
        Places = sources.Places;
        _facility = sources.Facility;
        _entry = sources.Entry;
        _amountPerUnit = [.. sources.Rate.Select(rate => numbers.ResidueAmount[rate])];
        SourceResidue = sources.Residue;
        SourceSector = sources.Sector;
        Left = new double[_facility.Length];
        Array.Fill(Left, 1.0);
        Flow = new Amount[Places.Length];
        Stock = new Amount[Places.Length];
    }

    /// <summary>Which residue where, in the order of residues, regions and cities.</summary>
    public ResiduePlace[] Places { get; }

    /// <summary>Left behind this month, by place.</summary>
    public Amount[] Flow { get; }

    /// <summary>Left behind since the first month, by place.</summary>
    public Amount[] Stock { get; }

    /// <summary>Residue of each source, which is a facility with one of its residues.</summary>
    internal int[] SourceResidue { get; }

    /// <summary>Sector of each source.</summary>
    internal int[] SourceSector { get; }

    /// <summary>What projects leave of the amount per unit, by source.</summary>
    internal double[] Left { get; }

    /// <summary>Where a world's facilities can leave its residues, in the order of residues, regions and cities.</summary>
    public static ResiduePlace[] PlacesOf(ChainLayout layout, ResidueInventory inventory) =>
        [.. ResidueSources.Of(layout, inventory).Select(s => s.Place).Distinct().OrderBy(p => p.Residue).ThenBy(p => p.Region).ThenBy(p => p.City ?? int.MaxValue)];

    /// <summary>Posts what the activity of a month leaves behind.</summary>
    /// <param name="activity">By facility.</param>
    /// <param name="standard">What standards for clean processing leave of it, by facility (OPS-7).</param>
    internal void Post(ReadOnlySpan<Amount> activity, ReadOnlySpan<double> standard)
    {
        Array.Clear(Flow);
        for (int i = 0; i < _facility.Length; i++) Flow[_entry[i]] += activity[_facility[i]] * (_amountPerUnit[i] * Left[i] * standard[_facility[i]]);
        for (int p = 0; p < Stock.Length; p++) Stock[p] += Flow[p];
    }
}

/// <summary>A residue at a place.</summary>
/// <param name="Residue">Index of the residue.</param>
/// <param name="Region">Index of the region.</param>
/// <param name="City">Index of the city; null for all of the region outside the modelled cities.</param>
public readonly record struct ResiduePlace(int Residue, int Region, int? City);
