using Offtake.Model.Governance;
using Offtake.Model.Studies;
using Offtake.Results;
using Offtake.Results.Comparisons;

namespace Offtake.Experiments.Comparing;

/// <summary>What programmes bought, what of it is additional and what that cost, future by future.</summary>
/// <remarks>Eq. DIS-10: more = y_p − y_reference; additional = bought − crowded out − pulled forward; cost = outlay of demand instruments / additional where additional &gt; 0.</remarks>
internal static class Additionality
{
    /// <summary>By scenario.</summary>
    public static IEnumerable<ProgrammeFindings> OfScenarios(ComparisonPlan plan, double[][][] values)
    {
        double[][]? Of(OutcomeRole role) => plan.IndexOf(role) is { } o ? values[o] : null;
        double[]? Beyond(OutcomeRole role, int policy) => Of(role) is { } all ? Combine(all[policy], all[0], (a, b) => a - b) : null;
        (double[][]? absorbed, double[][]? surplus, double[][]? paid) = (Of(OutcomeRole.Absorbed), Of(OutcomeRole.Surplus), Of(OutcomeRole.DemandOutlay));
        for (int p = 0; p < plan.Study.Policies.Count; p++)
        {
            double[]? more = Beyond(OutcomeRole.Absorbed, p), bought = Of(OutcomeRole.Programme)?[p];
            double[]? additional = Additional(bought, Of(OutcomeRole.CrowdedOut)?[p], Of(OutcomeRole.PulledForward)?[p]);
            yield return new ProgrammeFindings(
                p, BandOf(more), BandOf(Combine(more, surplus?[0], Ratio)), BandOf(Combine(more, absorbed?[0], Ratio)), BandOf(Of(OutcomeRole.Announced)?[p]), BandOf(bought), BandOf(additional),
                BandOf(Combine(additional, bought, Ratio)), BandOf(Beyond(OutcomeRole.Left, p)), BandOf(Beyond(OutcomeRole.LeftLater, p)), BandOf(Combine(paid?[p], additional, Ratio)),
                BandOf(paid?[p]), BandOf(Combine(Of(OutcomeRole.Outlay)?[p], paid?[p], (a, b) => a - b)));
        }
    }

    /// <summary>By scenario and instrument, where a scenario has the instrument.</summary>
    public static IEnumerable<InstrumentFindings> OfInstruments(ComparisonPlan plan, double[][][] values)
    {
        for (int p = 0; p < plan.Study.Policies.Count; p++)
        {
            HashSet<string> own = [.. plan.Study.Policies[p].Scenario!.Institutions.SelectMany(i => i.Reach).Select(r => InstrumentName.Of(r.Instrument))];
            foreach (string instrument in plan.Asked.Select(a => a.Instrument).Distinct().Where(own.Contains))
            {
                double[]? Of(OutcomeRole role) => plan.IndexOf(role, instrument) is { } o ? values[o][p] : null;
                (double[]? bought, double[]? crowded, double[]? pulled, double[]? outlay) = (Of(OutcomeRole.Programme), Of(OutcomeRole.CrowdedOut), Of(OutcomeRole.PulledForward), Of(OutcomeRole.DemandOutlay));
                double[]? additional = Additional(bought, crowded, pulled);
                yield return new InstrumentFindings(
                    p, instrument, BandOf(bought), BandOf(crowded), BandOf(pulled), BandOf(additional), BandOf(outlay), BandOf(Combine(outlay, additional, Ratio)));
            }
        }
    }

    /// <summary>What differs from the cheapest at equal money (DIS-11), future by future.</summary>
    public static IEnumerable<EqualMoneyPair> AtEqualMoney(ComparisonPlan plan, double[][][] values, MoneyFindings money)
    {
        foreach (int p in money.Factors.Select(f => f.Policy))
        {
            Band Beyond(Func<int, double[]?> of) => BandOf(Combine(of(p), of(money.Cheapest), (a, b) => a - b));
            double[]? Of(OutcomeRole role, int policy) => plan.IndexOf(role) is { } o ? values[o][policy] : null;
            double[]? More(int policy) => Additional(Of(OutcomeRole.Programme, policy), Of(OutcomeRole.CrowdedOut, policy), Of(OutcomeRole.PulledForward, policy));
            yield return new EqualMoneyPair(
                p, Beyond(q => Of(OutcomeRole.Outlay, q)), Beyond(More), Beyond(q => Combine(Of(OutcomeRole.DemandOutlay, q), More(q), Ratio)), Beyond(q => Of(OutcomeRole.Debt, q)));
        }
    }

    private static double[]? Additional(double[]? bought, double[]? crowded, double[]? pulled) => Combine(Combine(bought, crowded, (a, b) => a - b), pulled, (a, b) => a - b);

    private static double Ratio(double above, double below) => below > 0.0 ? above / below : double.NaN;

    private static double[]? Combine(double[]? one, double[]? other, Func<double, double, double> of) => one is null || other is null ? null : [.. one.Zip(other, of)];

    private static Band BandOf(double[]? values) => Band.Of(values ?? []);
}
