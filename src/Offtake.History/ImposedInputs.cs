using Offtake.Model.History;
using Offtake.Results.Backtests;

namespace Offtake.History;

/// <summary>Lists what a history gets from outside: dated measures, drivers, and facilities with a dated start or end.</summary>
internal static class ImposedInputs
{
    public static IReadOnlyList<ImposedLine> Of(Backtest backtest) =>
    [
        .. from variant in backtest.Variants
           from input in InputsOf(variant)
           group variant.Id by input into of
           select new ImposedLine(of.Key.Kind, of.Key.Id, of.Key.Title, [.. of.Distinct()]),
    ];

    private static IEnumerable<(string Kind, string Id, string Title)> InputsOf(Variant variant) =>
    [
        .. variant.Scenario.Chain.Drivers.Select(d => ("driver", d.Id, $"{d.Values.Count} dated values")),
        .. variant.Scenario.Calendar.Where(m => m.Start <= variant.Scenario.To).Select(m => ("measure", m.Id, m.Title)),
        .. variant.Scenario.Chain.Facilities.Where(f => f.Starts is not null || f.Ends is not null).Select(f => ("project", f.Id, f.Title)),
    ];
}
