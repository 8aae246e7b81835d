using System.Globalization;
using Offtake.Model.Evidence;
using Offtake.Model.Scenarios;
using Offtake.Results;

namespace Offtake.Experiments.Recording;

/// <summary>Counts what a scenario rests on.</summary>
internal static class EvidenceBox
{
    public static EvidenceSummary Of(Scenario scenario)
    {
        EvidenceLedger ledger = scenario.Chain.Evidence;
        var usedBy = ledger.Parameters.SelectMany(p => p.Witnesses).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        return new EvidenceSummary(
            ledger.CountByKind().ToDictionary(k => k.Key.Name(), k => k.Value),
            ledger.PublisherCount,
            [.. ledger.Assumptions.Select(a => new AssumptionLine(a.Id, a.Value, a.Spread.Low, a.Spread.High, a.Unit, a.Reason, usedBy.GetValueOrDefault("@" + a.Id)))],
            [.. ledger.Sources.Select(s => new SourceLine(s.Id, s.Publisher, s.Year, s.Kind.Name(), s.Title, s.Address, usedBy.GetValueOrDefault(s.Id)))],
            Enum.GetValues<Aspect>().ToDictionary(a => a.Name(), a => (IReadOnlyDictionary<string, int>)ledger.Claims.GroupBy(c => c.On(a)).OrderBy(g => g.Key).ToDictionary(g => g.Key.Name(), g => g.Count())))
        {
            Verifications = [.. ledger.Claims.SelectMany(c => c.Verifications.Select(v => new VerificationLine(
                c.Id, c.Statement, v.Aspect.Name(), v.Verdict.Name(), v.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), v.Check, v.Arithmetic)))],
        };
    }
}
