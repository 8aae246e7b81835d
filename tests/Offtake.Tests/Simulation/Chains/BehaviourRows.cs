using System.Reflection;
using Offtake.Model.Chain;
using Offtake.Model.Evidence;

namespace Offtake.Tests.Simulation.Chains;

/// <summary>Behaviour of made-up chains: a round number for every row, inside all stability bounds.</summary>
internal static class BehaviourRows
{
    public static Dictionary<string, double> Central() => new()
    {
        ["price.expectation-months"] = 10,
        ["price.anchor-months"] = 50,
        ["price.maker-anchor-months"] = 12,
        ["price.landed-anchor-months"] = 4,
        ["price.revenue-memory-months"] = 24,
        ["price.monthly-fall-limit"] = 0.72,
        ["price.monthly-rise-limit"] = 1.5,
        ["price.perception-months"] = 4,
        ["price.cover-ratio-low"] = 0.02,
        ["price.cover-ratio-high"] = 12,
        ["licence.ask-months"] = 1,
        ["licence.usable-share"] = 1,
        ["trade.smuggled-share"] = 0,
        ["precaution.abroad-weight"] = 0,
        ["precaution.seller-share"] = 0,
        ["price.export-anchor-share"] = 0,
        ["quota.review-months"] = 12,
        ["quota.demand-weight"] = 1,
        ["quota.limit-per-year"] = 0.25,
        ["thrift.speed-per-year"] = 0.11,
        ["thrift.anchor-months"] = 90,
        ["thrift.recovery-share"] = 0.2,
        ["thrift.floor"] = 0.45,
        ["thrift.ceiling"] = 1.2,
        ["thrift.limit-per-year"] = 0.12,
        ["thrift.dead-band"] = 0.1,
        ["thrift.signal-low"] = -1.5,
        ["thrift.signal-high"] = 2.5,
        ["order.adjust-months"] = 4,
        ["order.minimum-share"] = 0.2,
        ["order.maximum-share"] = 3,
        ["order.expectation-months"] = 6,
        ["order.maker-cover-months"] = 2,
        ["order.usable-stock-share"] = 0.95,
        ["make.adjust-months"] = 6,
        ["precaution.price-weight"] = 1.5,
        ["precaution.dead-band"] = 0.3,
        ["precaution.trend-months"] = 4,
        ["precaution.risk-weight"] = 0.2,
        ["precaution.memory-months"] = 2,
        ["precaution.maximum"] = 3,
        ["precaution.trend-low"] = -0.5,
        ["precaution.trend-high"] = 2.5,
        ["precaution.minimum-cover"] = 0.4,
        ["trade.adjust-months"] = 6,
        ["trade.arbitrage-share"] = 0.25,
        ["trade.deliverable-share"] = 0.7,
        ["trade.export-limit-share"] = 0.6,
        ["pool.release-share"] = 0.5,
        ["mine.margin-elasticity"] = 0.5,
        ["mine.margin-memory-months"] = 6,
        ["mine.minimum-rate"] = 0.3,
        ["mine.close-ratio"] = 0.85,
        ["mine.reopen-ratio"] = 1.1,
        ["mine.close-months"] = 6,
        ["invest.hurdle"] = 1.3,
        ["invest.lead-months"] = 36,
        ["invest.rate-per-year"] = 0.3,
        ["invest.target-utilisation"] = 0.85,
        ["invest.ramp-months"] = 12,
        ["project.realised-share"] = 0.6,
        ["project.delay-months"] = 24,
        ["dispose.share-per-month"] = 0.3,
        ["money.interest-rate-per-year"] = 0.05,
        ["nature.outage-rate-per-year"] = 0.2,
        ["nature.outage-months"] = 3,
        ["nature.outage-depth"] = 0.5,
        ["demand.signal-low"] = -2.5,
        ["demand.signal-high"] = 4,
        ["demand.growth-error-years"] = 8,
        ["substitute.begin-ratio"] = 4,
        ["substitute.end-ratio"] = 12,
        ["substitute.input-elasticity"] = 0,
        ["substitute.input-months"] = 18,
    };

    /// <summary>Fills every property from its row. A row that is missing here must be added above, with a number that keeps the model stable.</summary>
    public static Behaviour Build(IReadOnlyDictionary<string, double> rows, Func<string, double, double, Parameter> number)
    {
        Behaviour behaviour = Activator.CreateInstance<Behaviour>();
        foreach (PropertyInfo property in typeof(Behaviour).GetProperties())
        {
            if (property.GetCustomAttribute<RowAttribute>() is not { } row) continue;
            Assert.True(rows.ContainsKey(row.Id), $"Behaviour has a new row '{row.Id}': give it a number in {nameof(BehaviourRows)}.{nameof(Central)}.");
            property.SetValue(behaviour, number($"parameters/{row.Id}", rows[row.Id], 0.0));
        }

        return behaviour;
    }
}
