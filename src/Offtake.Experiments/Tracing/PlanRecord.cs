using Offtake.Experiments.Findings;
using Offtake.Model.Evidence;
using Offtake.Results;
using Offtake.Results.Plans;
using Offtake.Results.Studies.Findings;

namespace Offtake.Experiments.Tracing;

/// <summary>Puts together what the record says of plans and what futures say of the same targets.</summary>
public static class PlanRecord
{
    /// <summary>All plans of a ledger.</summary>
    /// <param name="ledger">Where they and their sources stand.</param>
    /// <param name="reached">By plan, what the scenarios that were walked say of it, if any were.</param>
    public static PlanFindings Of(EvidenceLedger ledger, Func<PlanYear, IReadOnlyList<PlanReach>>? reached = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        IReadOnlyList<PlanYear> plans = ledger.Plans;
        if (plans.Count == 0) return PlanFindings.None;
        KindRecord[] kinds = [.. plans.Select(p => p.Kind).Distinct().Select(k => RecordOf(k, plans))];
        return new PlanFindings(
            [.. plans.OrderBy(p => Array.FindIndex(kinds, k => k.Kind == p.Kind)).Select(p => LineOf(p, kinds.First(k => k.Kind == p.Kind), ledger, reached?.Invoke(p) ?? []))],
            kinds,
            [.. RealisationPrior.ChangedDefinitions(plans).Select(c => new ChangedDefinition(c.After.Series, c.After.Who, c.After.Target, c.Before.Period, Counted(c.Before, c.After), c.After.Period, Counted(c.After, c.Before), c.After.Address))]);
    }

    /// <summary>In how many futures of a scenario a plan is reached.</summary>
    /// <remarks>Eq. EVI-8: of the n futures with a value, the share whose factor · value is at least met_at · announced (at most announced / met_at for a figure to stay below), with Wilson's interval.</remarks>
    /// <param name="scenario">Id of the scenario.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="values">By future, what the measurement of the plan came to; null when the scenario does not hold its months.</param>
    public static PlanReach Reach(string scenario, PlanYear plan, IReadOnlyList<double>? values)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Measured is not { } measure) return Without(PlanStanding.NotInModel);
        if (values is null) return Without(PlanStanding.OutsideRun);
        double[] found = [.. values.Where(double.IsFinite).Select(v => v * measure.Factor)];
        if (found.Length == 0) return Without(PlanStanding.NoValue);
        bool[] met = [.. found.Select(v => plan.Better == Model.Studies.Better.Lower ? v * measure.MetAt <= plan.Announced : v >= measure.MetAt * plan.Announced)];
        return new PlanReach(scenario, PlanStanding.Measured, Exact(Means.OfShare(met)), Band.Of(found), measure.MetAt);

        PlanReach Without(PlanStanding standing) => new(scenario, standing, Interval.None, Band.Of([]), plan.Measured?.MetAt ?? 1.0);
    }

    // Wilson's ends are 0 and 1 themselves where none or all do; what is left of them is rounding.
    private static Interval Exact(Interval share) => share with { Low = share.Value == 0.0 ? 0.0 : share.Low, High = share.Value == 1.0 ? 1.0 : share.High };

    private static KindRecord RecordOf(string kind, IReadOnlyList<PlanYear> plans)
    {
        double[] ratios = [.. plans.Where(p => p.Kind == kind).Select(p => p.Ratio).OfType<double>()];
        RealisationPrior? prior = RealisationPrior.Of(kind, plans);
        return new KindRecord(kind, ratios.Length, ratios.Count(r => r >= 1.0), ratios.Count(r => r <= 0.0), RealisationPrior.Least, prior?.Median, prior?.Sigma, prior?.ProbabilityMet);
    }

    private static PlanLine LineOf(PlanYear p, KindRecord record, EvidenceLedger ledger, IReadOnlyList<PlanReach> reached) => new(
        p.Series, p.Kind, p.Who, p.Target, p.Unit, p.YearAnnounced, p.Period, p.Better == Model.Studies.Better.Lower, p.Announced, p.Realised, p.Ratio, p.Realised is null ? record.ProbabilityMet : null,
        p.Definition, [.. p.Source.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(id => SourceOf(id, ledger))], p.Note, p.Address, reached);

    private static SourceLine SourceOf(string id, EvidenceLedger ledger) => ledger.SourceOf(id) is { } s
        ? new SourceLine(s.Id, s.Publisher, s.Year, s.Kind.Name(), s.Title, s.Address, 0)
        : new SourceLine(id, id, "", "", id, "", 0);

    private static string Counted(PlanYear plan, PlanYear beside) => plan.Unit == beside.Unit ? plan.Definition : $"{plan.Definition}, in {plan.Unit}";
}
