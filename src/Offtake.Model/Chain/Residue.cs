using Offtake.Model.Evidence;

namespace Offtake.Model.Chain;

/// <summary>Something that making leaves behind where it happens, such as tailings or waste water, or that it takes and gives back as heat. It is counted, not traded, and no part of the ledger of elements.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Unit">Unit of its amounts.</param>
public sealed record Residue(string Id, string Title, string Unit);

/// <summary>How much of a residue one unit of activity leaves (OPS-6).</summary>
/// <param name="Process">Index of the process.</param>
/// <param name="Residue">Index of the residue.</param>
/// <param name="Region">Index of the region it holds in; null for all regions without a row of their own.</param>
/// <param name="AmountPerUnit">Amount per unit of activity.</param>
public sealed record ResidueRate(int Process, int Residue, int? Region, Parameter AmountPerUnit);

/// <summary>The residues of a world and where they come from.</summary>
public sealed record ResidueInventory(IReadOnlyList<Residue> Residues, IReadOnlyList<ResidueRate> Rates)
{
    /// <summary>The rate that holds for a process in a region; null when it leaves nothing of the residue, which is a fact the world states by leaving it out.</summary>
    public ResidueRate? Of(int process, int region, int residue) =>
        Rates.FirstOrDefault(r => r.Process == process && r.Residue == residue && r.Region == region)
        ?? Rates.FirstOrDefault(r => r.Process == process && r.Residue == residue && r.Region is null);
}
