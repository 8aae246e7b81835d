using System.Reflection;
using Offtake.Model.Chain;
using Offtake.Model.Evidence;

namespace Offtake.Tests.Simulation.Chains;

/// <summary>Rules of money and capital cost for made-up chains: a round number for every row.</summary>
internal static class MoneyRules
{
    public static Dictionary<string, double> Central() => new()
    {
        ["tax.profit-share"] = 0.25,
        ["dividend.share-per-month"] = 0.1,
        ["loan.rate-premium"] = 0.03,
        ["loan.months"] = 120,
        ["loan.investment-share"] = 0.6,
        ["default.debt-over-turnover"] = 2,
        ["default.exit-share"] = 0.5,
        ["bailout.share-state"] = 0.9,
        ["city.default-debt-share"] = 2,
        ["city.bailout-share"] = 0.5,
        ["owner.close-ratio"] = 0.85,
        ["owner.reopen-ratio"] = 1.05,
        ["owner.close-months"] = 6,
        ["owner.exit-months"] = 36,
        ["invest.capital-hurdle"] = 1.1,
        ["invest.hurdle-band"] = 0.2,
    };

    /// <summary>The chain with rules of money.</summary>
    /// <param name="chain">Any chain.</param>
    /// <param name="capital">Investment per unit of yearly capacity as a multiple of the unit cost of a facility of the process; null where capacity is free.</param>
    /// <param name="rows">Rules that differ from the central ones.</param>
    public static ValueChain In(ValueChain chain, double? capital = null, params (string Row, double Value)[] rows)
    {
        Dictionary<string, double> values = Central();
        foreach ((string row, double value) in rows)
        {
            Assert.True(values.ContainsKey(row), $"No such rule of money: {row}");
            values[row] = value;
        }

        List<Parameter> parameters = [.. chain.Evidence.Parameters];
        TreasuryRules rules = Activator.CreateInstance<TreasuryRules>();
        foreach (PropertyInfo property in typeof(TreasuryRules).GetProperties())
        {
            if (property.GetCustomAttribute<RowAttribute>() is { } row) property.SetValue(rules, Number($"treasury/{row.Id}/value", values[row.Id]));
        }

        Capital[] costs = capital is not { } multiple ? [] : [.. chain.Processes.Select((p, i) => new Capital(
            i, null, Number($"capital/{p.Id}/cost", multiple * chain.Facilities.Where(f => f.Process == i).Select(f => f.UnitCostUsd.Value).DefaultIfEmpty(1.0).Average()),
            Number($"capital/{p.Id}/permit", 12), Number($"capital/{p.Id}/life", 20)))];
        EvidenceLedger ledger = chain.Evidence;
        return chain with { Finance = new Finance(rules, costs), Evidence = new EvidenceLedger(ledger.Sources, ledger.Assumptions, ledger.Claims, parameters) };

        Parameter Number(string id, double value)
        {
            Parameter parameter = Parameter.Sourced(id, value, "test", Spread.None(value), [chain.Evidence.Sources[0]], "test");
            parameters.Add(parameter);
            return parameter;
        }
    }
}
