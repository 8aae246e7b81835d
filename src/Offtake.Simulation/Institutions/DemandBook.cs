using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions;

/// <summary>What programmes add to wants, and what is missing elsewhere or later for it, by lot: one lever on one use. It is a record but for what is owed, which users remember.</summary>
/// <remarks>
/// What is announced is in <see cref="ProgrammeBook.Ordered"/>, what is carried out in <see cref="ProgrammeBook.Strength"/>; here it goes on in units of the
/// use's commodity a month: ordered, bought, and of what was ordered crowded out and pulled forward. Additional is bought − crowded out − pulled forward + repaid.
/// </remarks>
public sealed class DemandBook
{
    private readonly int[] _firstLot;

    internal DemandBook(ChainLayout layout, IReadOnlyList<Directive> directives, IReadOnlyList<string> names)
    {
        DemandTargets.Check(layout, directives, names);
        _firstLot = new int[directives.Count];
        var lots = new List<(Directive Directive, int Use)>();

        // In ordinal order of names, so that the order of institutions cannot matter, not even for rounding.
        foreach (int d in Enumerable.Range(0, names.Count).OrderBy(d => names[d], StringComparer.Ordinal))
        {
            _firstLot[d] = lots.Count;
            if (AddsToWants(directives[d].Instrument)) lots.AddRange(directives[d].Targets.Select(t => (directives[d], t.Index)));
        }

        PayerOf = [.. directives.Select(d => IsPurchase(d.Instrument) ? new MoneyAccounts(layout).City(layout.Uses[d.Targets[0].Index].City!.Value) : (int?)null)];
        Directives = [.. lots.Select(l => l.Directive)];
        LeverOf = [.. lots.Select(l => l.Directive.Number)];
        UseOf = [.. lots.Select(l => l.Use)];
        Ordered = new Amount[lots.Count];
        Bought = new Amount[lots.Count];
        CrowdedOut = new Amount[lots.Count];
        NotDisplaced = new Amount[lots.Count];
        PulledForward = new Amount[lots.Count];
        Repaid = new Amount[lots.Count];
        Owed = new Amount[lots.Count];
        Outlay = new Usd[lots.Count];
        WantsWithout = new Amount[layout.Uses.Length];
        UsesOfMarket = [.. layout.BuyersOfMarket.Select(buyers => buyers.Where(b => layout.Buyers[b].Use >= 0).Select(b => layout.Buyers[b].Use).ToArray())];
    }

    /// <summary>Lever of each lot, as numbered in <see cref="ProgrammeBook.Names"/>.</summary>
    public IReadOnlyList<int> LeverOf { get; }

    /// <summary>Use of each lot.</summary>
    public IReadOnlyList<int> UseOf { get; }

    /// <summary>Added to wants this month.</summary>
    public Amount[] Ordered { get; }

    /// <summary>Delivered for the programme this month: its share of the use's orders.</summary>
    public Amount[] Bought { get; }

    /// <summary>Missing this month from other uses of the same market (DEM-12); below zero it drew them in.</summary>
    public Amount[] CrowdedOut { get; }

    /// <summary>What would have been missing from them and could not, since they wanted less than that.</summary>
    public Amount[] NotDisplaced { get; }

    /// <summary>Of what was ordered this month, what the same users would have bought later (DEM-11).</summary>
    public Amount[] PulledForward { get; }

    /// <summary>Missing from the use's wants this month for what was pulled forward before.</summary>
    public Amount[] Repaid { get; }

    /// <summary>Pulled forward and not yet missing; what stays so to the end was additional.</summary>
    public Amount[] Owed { get; }

    /// <summary>Spent on the lot this month; part of its lever's outlay.</summary>
    public Usd[] Outlay { get; }

    /// <summary>Account of the city that pays for a purchase on delivery, by lever; null for levers that buy nothing.</summary>
    internal IReadOnlyList<int?> PayerOf { get; }

    /// <summary>Lever of each lot.</summary>
    internal Directive[] Directives { get; }

    /// <summary>Wants as they would be without the subsidies of institutions, by use; kept only in months in which one stands.</summary>
    internal Amount[] WantsWithout { get; }

    /// <summary>Uses by market.</summary>
    internal int[][] UsesOfMarket { get; }

    /// <summary>The lot of a lever's first target; those of the others follow.</summary>
    internal int FirstLot(Directive directive) => _firstLot[directive.Number];

    /// <summary>Forgets the flows of the month before; what is owed stays.</summary>
    internal void Begin()
    {
        Array.Clear(Ordered);
        Array.Clear(Bought);
        Array.Clear(CrowdedOut);
        Array.Clear(NotDisplaced);
        Array.Clear(PulledForward);
        Array.Clear(Repaid);
        Array.Clear(Outlay);
    }

    private static bool AddsToWants(InstrumentKind kind) => IsPurchase(kind) || kind == InstrumentKind.DemandSubsidy;

    private static bool IsPurchase(InstrumentKind kind) => kind is InstrumentKind.OfftakeContract or InstrumentKind.UrbanDeployment;
}
