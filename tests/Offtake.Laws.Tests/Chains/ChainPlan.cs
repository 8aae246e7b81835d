using Offtake.Simulation.Nature;

namespace Offtake.Laws.Tests.Chains;

/// <summary>The choices behind a random chain. Numbers follow from a seed and the name of what they are for, so a smaller plan keeps those it shares.</summary>
/// <param name="Regions">Regions, 1 to 3.</param>
/// <param name="MineOnly">Whether the last region only mines and sends its concentrate to the first.</param>
/// <param name="Elements">Elements, 2 to 4.</param>
/// <param name="Mines">Mines in each region, 1 to 3.</param>
/// <param name="Stages">Makers' stages between oxide and product, 1 or 2.</param>
/// <param name="Products">Products, 1 to 3; every other one stays in use and is recycled.</param>
/// <param name="Swarf">Whether the second stage leaves waste that is recycled.</param>
/// <param name="ClosesThroughParts">Whether the main element is used up by a use of parts, not of oxide.</param>
/// <param name="FreeTrade">No freight and no value-added tax: then any number of regions can be at rest.</param>
/// <param name="City">Whether a city buys and runs products.</param>
/// <param name="Grows">Whether drivers move.</param>
/// <param name="Measures">Whether measures of every kind come into force in the first two years.</param>
/// <param name="Seed">Seed of all numbers.</param>
internal sealed record ChainPlan(
    int Regions, bool MineOnly, int Elements, int Mines, int Stages, int Products, bool Swarf, bool ClosesThroughParts, bool FreeTrade, bool City,
    bool Grows, bool Measures, int Seed)
{
    /// <summary>Regions with markets, makers and users.</summary>
    public int FullRegions => MineOnly && Regions > 1 ? Regions - 1 : Regions;

    /// <summary>Whether the opening can be at rest: goods must not cost different sums on two ways to one place.</summary>
    public bool CanRest => FullRegions <= 2 || FreeTrade;

    /// <summary>A number that belongs to a name.</summary>
    public double Draw(string name, double low, double high) =>
        low + ((high - low) * new Chance((ulong)Seed, 0).Unit(Chance.KeyOf(name), Purpose.Parameter));

    /// <summary>Smaller plans, the simplest first.</summary>
    public IEnumerable<ChainPlan> Smaller()
    {
        if (Regions > 1) yield return this with { Regions = Regions - 1, MineOnly = false };
        if (Elements > 2) yield return this with { Elements = Elements - 1 };
        if (Mines > 1) yield return this with { Mines = 1 };
        if (Stages > 1) yield return this with { Stages = 1, Swarf = false };
        if (Products > 1) yield return this with { Products = 1 };
        if (Swarf) yield return this with { Swarf = false };
        if (ClosesThroughParts) yield return this with { ClosesThroughParts = false };
        if (City) yield return this with { City = false };
        if (Grows) yield return this with { Grows = false };
        if (Measures) yield return this with { Measures = false };
        if (!FreeTrade) yield return this with { FreeTrade = true };
    }
}
