using Offtake.Experiments.Exploring;
using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;
using Offtake.Results.Comparisons;
using Offtake.Results.Studies;

namespace Offtake.Experiments.Comparing;

/// <summary>Brings the money of all scenarios with programmes to that of the cheapest, by one factor on the strength of the instruments that cost money.</summary>
/// <remarks>Eq. DIS-11. Scaled scenarios are walked beside those as they are, never in their place.</remarks>
public static class MoneyEqualiser
{
    /// <summary>Most futures among which factors are sought: the first of those that are compared.</summary>
    public const int MostFutures = 16;

    private const double Within = 0.01;
    private const double MostFactor = 1.0;

    private static readonly InstrumentKind[] Money =
    [
        InstrumentKind.OfftakeContract, InstrumentKind.UrbanDeployment, InstrumentKind.InputTaxCredit, InstrumentKind.CapacityGrant, InstrumentKind.GuidanceFund, InstrumentKind.ProductionCredit,
        InstrumentKind.DemandSubsidy, InstrumentKind.Stockpile, InstrumentKind.PriceFloor, InstrumentKind.ResearchGrant, InstrumentKind.PilotPlatform, InstrumentKind.TalentHousing, InstrumentKind.Restructuring,
    ];

    /// <summary>The comparison with a scaled policy for every scenario whose programmes cost more than the cheapest.</summary>
    /// <param name="plan">The comparison.</param>
    /// <param name="workers">Threads that walk.</param>
    /// <exception cref="StudyRefusedException">Nothing in it measures outlay, or fewer than two scenarios have any.</exception>
    public static (ComparisonPlan Plan, MoneyFindings Findings) Apply(ComparisonPlan plan, int workers)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.IndexOf(OutcomeRole.Outlay) is not { } outlay)
            throw new StudyRefusedException("--equal-money: no outcome of the comparison plays the part 'outlay', so nobody knows what programmes cost; give one the role in the world's file of comparisons/, or leave --equal-money away.");
        Study scaled = WithLever(plan.Study);
        double[] asIs = Mean(scaled, outlay, workers);
        int[] paid = [.. Enumerable.Range(0, asIs.Length).Where(p => asIs[p] > 0.0 && NamesOf(plan.Study.Policies[p].Scenario!).Any())];
        if (paid.Length < 2) throw new StudyRefusedException($"--equal-money: {(paid.Length == 0 ? "no scenario has" : "only one scenario has")} programmes that cost money, so there is nothing to equalise; leave it away.");
        int cheapest = paid.MinBy(p => asIs[p]);
        int[] dearer = [.. paid.Where(p => p != cheapest)];
        double[] fixedCost = Mean(scaled with { Policies = [.. dearer.Select(p => Set(scaled.Policies[p], 0.0))] }, outlay, workers);
        List<Policy> policies = [.. scaled.Policies];
        List<EqualMoney> factors = [];
        List<FixedMoney> leftOut = [];
        foreach ((int p, double least) in dearer.Zip(fixedCost))
        {
            if (least > asIs[cheapest] * (1.0 + Within))
            {
                leftOut.Add(new FixedMoney(p, least));
                continue;
            }

            (double factor, double reached, bool isNear) = SecantSearch.Find(f => Mean(scaled with { Policies = [Set(scaled.Policies[p], f)] }, outlay, workers)[0], asIs[p], asIs[cheapest], Within);
            factors.Add(new EqualMoney(policies.Count, scaled.Policies[p].Id, factor, reached, isNear));
            Policy set = Set(scaled.Policies[p], factor);
            policies.Add(set with { Id = $"{set.Id}-equal-money", Title = $"{set.Title}, with equal money" });
        }

        return (plan with { Study = scaled with { Policies = policies } }, new MoneyFindings(cheapest, asIs[cheapest], FuturesOf(plan.Study), InstrumentsOf(plan.Study), factors, [], leftOut));
    }

    private static Study WithLever(Study study) => study with
    {
        Levers = [new Lever("money", "Strength of instruments that cost money", "times", 0.0, MostFactor, [], new NumberChoice([.. study.Policies.SelectMany(p => NamesOf(p.Scenario!)).Distinct()], true))],
    };

    private static Policy Set(Policy policy, double factor) => policy with { Settings = [new LeverSetting(0, factor)] };

    // A lever at half its strength takes half the staff as well.
    private static IEnumerable<string> NamesOf(Scenario scenario) =>
        MoneyLevers(scenario).SelectMany(r => new[] { r.AtMost, r.Terms.CostUsdPerYear }).OfType<Parameter>().Select(a => a.Id);

    private static IEnumerable<ReachedInstrument> MoneyLevers(Scenario scenario) => scenario.Institutions.SelectMany(i => i.Reach).Where(r => Money.Contains(r.Instrument));

    private static string[] InstrumentsOf(Study study) => [.. study.Policies.SelectMany(p => MoneyLevers(p.Scenario!)).Select(r => r.Instrument).Distinct().Order().Select(InstrumentName.Of)];

    private static int FuturesOf(Study study) => Math.Min(MostFutures, study.Futures);

    // A future whose numbers cannot all be true at once has no outlay, and counts for nothing.
    private static double[] Mean(Study study, int outlay, int workers)
    {
        int futures = FuturesOf(study);
        ChainModel model = new(study);
        Exploration exploration = new(study with { Futures = futures }, model);
        StudyRow[] rows = new StudyRow[futures];
        Parallel.For(0, futures, new ParallelOptions { MaxDegreeOfParallelism = workers }, model.NewWorker, (f, _, worker) => { rows[f] = exploration.Walk(f, worker); return worker; }, _ => { });
        return [.. Enumerable.Range(0, study.Policies.Count).Select(p => rows.Select(r => r.Outcomes[(p * study.Outcomes.Count) + outlay]).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average())];
    }
}
