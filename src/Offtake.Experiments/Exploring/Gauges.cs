using Offtake.Model.Quantities;
using Offtake.Model.Studies;
using Offtake.Simulation;
using Offtake.Simulation.Treasury;

namespace Offtake.Experiments.Exploring;

/// <summary>How each variable is read off the state at the end of a month.</summary>
internal static partial class Gauges
{
    /// <summary>The gauge of a measurement in a chain.</summary>
    /// <param name="layout">The chain.</param>
    /// <param name="measurement">What is measured.</param>
    /// <param name="embodied">What goods hold this month, shared by all gauges that ask for it.</param>
    public static Gauge Of(ChainLayout layout, Measurement measurement, EmbodiedThisMonth embodied)
    {
        int[] rows = Selection.Of(layout.Chain, measurement);
        return measurement.Variable switch
        {
            ChainVariable.Price => s => Single(rows, s.Price),
            ChainVariable.Stock => s => Sum(rows, s.Holdings.Amounts),
            ChainVariable.Cover => s => Sum(rows, s.Holdings.Amounts) / Orders(rows, s),
            ChainVariable.Output => s => Sum(rows, s.Months.Produced),
            ChainVariable.Disposed => s => Sum(rows, s.Months.Disposed),
            ChainVariable.Reserved => s => Sum(rows, s.Months.Reserved),
            ChainVariable.Shipped => s => Sum(rows, s.Months.Shipped),
            ChainVariable.HeldUp => s => Sum(rows, s.Months.HeldUp),
            ChainVariable.Demand => s => Sum(rows, s.Months.Wanting),
            ChainVariable.Used => s => Sum(rows, s.Months.Used),
            ChainVariable.Unmet => s => Sum(rows, s.Months.Wanting) - Sum(rows, s.Months.Used),
            ChainVariable.UnmetShare => s => 1.0 - (Sum(rows, s.Months.Used) / Sum(rows, s.Months.Wanting)),
            ChainVariable.InUse => InUse(layout, rows),
            ChainVariable.Embodied => Embodied(layout, rows, embodied),
            ChainVariable.Activity => s => Sum(rows, s.Months.Activity),
            ChainVariable.Capacity => s => Sum(rows, s.Capacity),
            ChainVariable.Utilisation => s => Sum(rows, s.Months.Activity) / Sum(rows, s.Capacity),
            ChainVariable.ShortfallShare => s => 1.0 - (Sum(rows, s.Months.Activity) / Sum(rows, s.Months.Wanted)),
            ChainVariable.CitySpending => CitySpending(layout, rows),
            ChainVariable.CityDebt => s => Debt(rows, s),
            ChainVariable.Coverage => Coverage(layout, rows),
            ChainVariable.TreasuryPaid => s => Treasury(rows, s, s.Money.Paid),
            ChainVariable.TreasuryReceived => s => Treasury(rows, s, s.Money.Received),
            ChainVariable.Rationed => Rationed(layout, rows),
            ChainVariable.ImportReliance => ImportReliance(layout, rows),
            ChainVariable.Concentration => Concentration(layout, rows),
            ChainVariable.Idle => s => Sum(rows, s.Capacity) - Sum(rows, s.Months.Activity),
            ChainVariable.ProjectsDeployed => ProjectsDeployed(layout, rows),
            ChainVariable.ResidueLeft => ResidueLeft(layout, rows, measurement.Of),
            ChainVariable.LossesBorne => LossesBorne(layout, rows),
            ChainVariable.ProgrammeOutlay => OfLevers(layout, rows, measurement, static (book, d) => book.Outlay[d].Value),
            ChainVariable.LeversOrdered => OfLevers(layout, rows, measurement, static (book, d) => book.Ordered[d] > 0.0 ? 1.0 : 0.0),
            ChainVariable.BeyondReach => OfLevers(layout, rows, measurement, static (book, d) => book.BeyondReach[book.InstitutionOf[d]]),
            ChainVariable.RefusedByLaw => OfLevers(layout, rows, measurement, static (book, d) => Share(book.RefusedByLaw, book, d)),
            ChainVariable.Vetoed => OfLevers(layout, rows, measurement, static (book, d) => Share(book.Vetoed, book, d)),
            ChainVariable.LeftUndone => OfLevers(layout, rows, measurement, static (book, d) => Share(book.Undone, book, d)),
            ChainVariable.RefusedByBudget => OfLevers(layout, rows, measurement, static (book, d) => Share(book.RefusedByBudget, book, d)),
            ChainVariable.Answering => OfLevers(layout, rows, measurement, static (book, d) => book.Answers[book.InstitutionOf[d]] && book.Ordered[d] > 0.0 ? 1.0 : 0.0),
            ChainVariable.AnnouncedTonnes => OfProgrammes(layout, rows, measurement, embodied, static (book, lot) => Announced(book, lot)),
            ChainVariable.ProgrammeTonnes => OfProgrammes(layout, rows, measurement, embodied, static (book, lot) => book.Demand.Bought[lot].Value),
            ChainVariable.CrowdedOutTonnes => OfProgrammes(layout, rows, measurement, embodied, static (book, lot) => book.Demand.CrowdedOut[lot].Value),
            ChainVariable.PulledForwardTonnes => OfProgrammes(layout, rows, measurement, embodied, static (book, lot) => (book.Demand.PulledForward[lot] - book.Demand.Repaid[lot]).Value),
            _ => throw new ArgumentOutOfRangeException(nameof(measurement), measurement.Variable, "This variable has no gauge; add one here."),
        };
    }

    private static double Single(int[] rows, UsdPerUnit[] price) => price[rows[0]].Value;

    private static double Sum(int[] rows, ReadOnlySpan<Amount> amounts)
    {
        double sum = 0.0;
        foreach (int row in rows) sum += amounts[row].Value;
        return sum;
    }

    // A pool priced by formula has no expectation of orders: what it releases stands for them.
    private static double Orders(int[] markets, ChainState state)
    {
        double sum = 0.0;
        foreach (int m in markets) sum += (state.Layout.IsPosted[m] ? state.ExpectedOrders[m] : state.Months.Released[m]).Value;
        return sum;
    }

    private static Gauge InUse(ChainLayout layout, int[] uses)
    {
        int[] accounts = [.. uses.Where(k => layout.Chain.Uses[k].Life is not null).Select(layout.InUse)];
        return s => Sum(accounts, s.Holdings.Amounts);
    }

    private static Gauge Embodied(ChainLayout layout, int[] uses, EmbodiedThisMonth goods)
    {
        return s =>
        {
            double[] tonnesPerUnit = goods.TonnesPerUnit(s);
            double tonnes = 0.0;
            foreach (int k in uses) tonnes += s.Months.Used[k].Value * tonnesPerUnit[layout.Uses[k].Commodity];
            return tonnes;
        };
    }

    private static Gauge CitySpending(ChainLayout layout, int[] cities)
    {
        int[] uses = [.. Enumerable.Range(0, layout.Uses.Length).Where(k => layout.Uses[k].City is { } c && cities.Contains(c))];
        return s =>
        {
            double usd = 0.0;
            foreach (int k in uses) usd += (s.Price[layout.Buyers[layout.BuyerOfUse[k]].Market] * s.Months.Delivered[layout.BuyerOfUse[k]]).Value;
            foreach (int c in cities) usd += s.Months.RunningCost[c].Value;
            return usd;
        };
    }

    private static double Debt(int[] cities, ChainState state)
    {
        double usd = 0.0;
        foreach (int c in cities) usd += Debts.OfCity(state, c).Value;
        return usd;
    }

    private static Gauge Coverage(ChainLayout layout, int[] cities)
    {
        int[] uses = [.. Enumerable.Range(0, layout.Uses.Length).Where(k => layout.Uses[k] is { City: { } c, Service: not null } && cities.Contains(c))];
        return s =>
        {
            double least = double.NaN;
            foreach (int k in uses) least = double.IsNaN(least) ? s.ServiceCoverage[k] : Math.Min(least, s.ServiceCoverage[k]);
            return least;
        };
    }

    private static double Treasury(int[] regions, ChainState state, Usd[] flows)
    {
        double usd = 0.0;
        foreach (int r in regions) usd += flows[state.Accounts.Treasury(r)].Value;
        return usd;
    }
}
