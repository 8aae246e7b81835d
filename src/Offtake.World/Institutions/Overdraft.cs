using Offtake.Model.Governance;
using Offtake.World.Numbers;
using Offtake.World.Rows;
using Offtake.World.Yaml;

namespace Offtake.World.Institutions;

/// <summary>A lever that costs more than its budget when pulled in full can never be pulled in full. Where the money can be told beforehand, that is an error of the file.</summary>
internal static class Overdraft
{
    /// <summary>Compares what a lever costs a year with its budget.</summary>
    public static void Check(YamlMap map, ReachedInstrument lever, WorldDraft world)
    {
        if (lever.Terms.BudgetUsdPerYear is not { } budget) return;
        double outlay = OutlayUsdPerYear(lever, world) + (lever.Terms.CostUsdPerYear?.Value ?? 0.0);
        if (outlay <= budget.Value) return;
        world.Problems.Error(
            map.PlaceOf(TermRules.Budget), "pulled in full the lever costs more than its budget, in USD a year:", $"{outlay:0.###e+0}", $"up to {budget.Value:0.###e+0}",
            "lower 'at-most' or 'cost', or raise 'budget'");
    }

    // What others decide, such as how much is built against a grant, cannot be told from the file.
    private static double OutlayUsdPerYear(ReachedInstrument lever, WorldDraft world) => lever.Instrument switch
    {
        InstrumentKind.GuidanceFund => lever.AtMost.Value * (lever.Terms.Realised?.Value ?? 1.0),
        InstrumentKind.OfftakeContract => lever.AtMost.Value * (lever.Terms.Realised?.Value ?? 1.0) * lever.Targets
            .Where(t => t.Kind == TargetKind.Use).Select(t => world.Uses[t.Index].City).OfType<int>().Distinct()
            .Where(c => c >= 0 && world.Cities[c].RevenueUsdPerYear != WitnessBook.Unread).Sum(c => world.Cities[c].RevenueUsdPerYear.Value),
        _ => 0.0,
    };
}
