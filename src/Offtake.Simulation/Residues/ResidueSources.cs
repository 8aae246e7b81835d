using Offtake.Model.Chain;

namespace Offtake.Simulation.Residues;

/// <summary>Which facility leaves which residue where, compiled once a world. Structure only: amounts belong to a future.</summary>
internal sealed class ResidueSources
{
    public ResidueSources(ChainLayout layout, ResidueInventory inventory)
    {
        (int Facility, int Rate, ResiduePlace Place)[] sources = [.. Of(layout, inventory)];
        Places = ResidueBook.PlacesOf(layout, inventory);
        Facility = [.. sources.Select(s => s.Facility)];
        Rate = [.. sources.Select(s => s.Rate)];
        Entry = [.. sources.Select(s => Array.IndexOf(Places, s.Place))];
        Residue = [.. sources.Select(s => s.Place.Residue)];
        Sector = [.. sources.Select(s => layout.SectorOf[s.Facility])];
    }

    /// <summary>Which residue where, in the order of residues, regions and cities.</summary>
    public ResiduePlace[] Places { get; }

    /// <summary>Facility by source.</summary>
    public int[] Facility { get; }

    /// <summary>Rate of the inventory by source.</summary>
    public int[] Rate { get; }

    /// <summary>Place by source.</summary>
    public int[] Entry { get; }

    /// <summary>Residue by source.</summary>
    public int[] Residue { get; }

    /// <summary>Sector by source.</summary>
    public int[] Sector { get; }

    /// <summary>Facilities with the rates at which they leave residues.</summary>
    public static IEnumerable<(int Facility, int Rate, ResiduePlace Place)> Of(ChainLayout layout, ResidueInventory inventory) =>
        from f in Enumerable.Range(0, layout.Facilities.Length)
        from residue in Enumerable.Range(0, inventory.Residues.Count)
        let facility = layout.Facilities[f]
        let rate = inventory.Of(facility.Process, facility.Region, residue)
        where rate is not null
        select (f, inventory.Rates.ToList().IndexOf(rate), new ResiduePlace(residue, facility.Region, facility.City));
}
