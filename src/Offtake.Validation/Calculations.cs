using Offtake.Equilibrium;
using Offtake.Model.Evidence;
using Offtake.Simulation.Cities;
using Offtake.Simulation.Demand;
using Offtake.Simulation.Investment;
using Offtake.World.Lint;

namespace Offtake.Validation;

/// <summary>The code that a row of known answers can ask. Each is the code the program itself uses; none computes an answer of its own.</summary>
internal static class Calculations
{
    // Near the bound a swing dies out slowly: this long shows the bound to a part in ten thousand.
    private const int MonthsToSettle = 200_000;

    private static readonly Dictionary<string, Func<Inputs, int, double[]>> Plain = new(StringComparer.Ordinal)
    {
        ["lag-bound"] = (i, _) => [.. i.List("lag-months").Select(lag => TradeStability.Bound(double.PositiveInfinity, (int)lag, MonthsToSettle))],
        ["cobweb"] = Cobweb,
        ["fleet-stock"] = (i, _) => Fleet(i).Stock,
        ["fleet-outflow"] = (i, _) => Fleet(i).Outflow,
        ["survival"] = (i, _) => [.. i.List("age").Select(age => Survival.At(age, i.Number("mean"), i.Number("sd")))],
        ["learning"] = (i, _) => [.. i.List("output-ratio").Select(ratio => Learning.CostRatio(ratio, i.Number("rate")))],
        ["adoption-peak"] = (i, _) => [Adoption.PeakYears(i.Number("p"), i.Number("q"))],
        ["adoption-share-at-peak"] = (i, _) => [Adoption.Share(Adoption.PeakYears(i.Number("p"), i.Number("q")), i.Number("p"), i.Number("q"))],
        ["adoption-share"] = (i, _) => [.. i.List("years").Select(years => Adoption.Share(years, i.Number("p"), i.Number("q")))],
        ["pedigree"] = (i, _) => [.. i.List("scores").Select(s => Scores((int)s).SigmaOfLog)],
        ["ishigami-first"] = (i, _) => Ishigami.Of(i).First(),
        ["ishigami-total"] = (i, _) => Ishigami.Of(i).Total(),
        ["ishigami-interaction-1-3"] = (i, _) => [Ishigami.Of(i).Interaction13()],
        ["ishigami-shapley"] = (i, _) => Ishigami.Of(i).Shapley(),
        ["ishigami-shapley-by-order"] = (i, _) => Ishigami.Of(i).ShapleyByOrder(),
    };

    private static readonly Dictionary<string, Func<AnswerRow, string, IEnumerable<Check>>> WithFiles = new(StringComparer.Ordinal)
    {
        ["equilibrium"] = EquilibriumAnswers.Run,
        ["frozen-shock"] = FrozenShock.ShockAnswers.Run,
    };

    /// <summary>What the column <c>calculation</c> may hold.</summary>
    public static IReadOnlyCollection<string> Names { get; } = [.. Plain.Keys, .. WithFiles.Keys];

    /// <summary>Asks the code and puts its answers beside the expected ones.</summary>
    /// <exception cref="AnswerException">The row cannot be used.</exception>
    public static IEnumerable<Check> Run(AnswerRow row, string folder)
    {
        if (WithFiles.TryGetValue(row.Calculation, out Func<AnswerRow, string, IEnumerable<Check>>? own)) return [.. own(row, folder)];
        double[] results = Plain[row.Calculation](row.Inputs, row.Expected.Count);
        if (results.Length != row.Expected.Count)
            throw new AnswerException($"'expected' holds {row.Expected.Count} numbers, and '{row.Calculation}' gives", $"{results.Length}", "state one for each");
        return results.Select((result, i) => new Check(
            row.Id, row.Case, results.Length == 1 ? "" : $"{i + 1} of {results.Length}", row.Source, row.Expected[i], row.Tolerance, result));
    }

    /// <summary>Supply is what last period's price called forth and cannot be changed: each period is an equilibrium with a fixed supply.</summary>
    private static double[] Cobweb(Inputs inputs, int periods)
    {
        if (inputs.List("demand") is not [double a, < 0.0 and double b]) throw new AnswerException("'demand' must be an intercept and a slope below 0:", inputs.Text("demand"), "write two numbers");
        if (inputs.List("supply") is not [double c, double d]) throw new AnswerException("'supply' must be an intercept and a slope:", inputs.Text("supply"), "write two numbers");
        double price = inputs.Number("start");
        List<double> path = [];
        for (int t = 0; t < periods + inputs.Whole("skip"); t++)
        {
            SpatialOutcome outcome = SpatialSolver.Solve(new SpatialProblem
            {
                Goods = [new Good("good")],
                Regions = ["here"],
                Demand = [new Curve(0, 0, CurveForm.Quantity, a, [new CurveTerm(0, b)])],
                Supply = [new Curve(0, 0, CurveForm.Quantity, c + (d * price), [])],
            });
            price = outcome.Equilibrium?.Markets[0].Price ?? double.NaN;
            path.Add(price);
        }

        return [.. path.Skip(inputs.Whole("skip"))];
    }

    private static (double[] Stock, double[] Outflow) Fleet(Inputs inputs)
    {
        double[] inflow = inputs.List("inflow");
        double[] survival = Survival.ByMonth(inputs.Number("mean"), inputs.Number("sd"));
        double[] retiring = Cohorts.RetiringByAge(survival), deployed = new double[retiring.Length + (12 * inflow.Length) + 1];
        double[] stock = new double[inflow.Length], outflow = new double[inflow.Length];
        double held = 0.0, gone = 0.0;
        for (int month = 1; month <= 12 * inflow.Length; month++)
        {
            double retired = Cohorts.Retired(retiring, deployed, month);
            bool isYearEnd = month % 12 == 0;
            int year = (month - 1) / 12;
            double added = isYearEnd ? inflow[year] : 0.0;
            deployed[retiring.Length + month] = added;
            held += added - retired;
            gone += retired;
            if (!isYearEnd) continue;
            stock[year] = held;
            outflow[year] = gone;
            gone = 0.0;
        }

        return (stock, outflow);
    }

    private static Pedigree Scores(int digits) => new(digits / 10_000, digits / 1_000 % 10, digits / 100 % 10, digits / 10 % 10, digits % 10);
}
