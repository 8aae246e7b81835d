using Offtake.Analysis;
using Offtake.Analysis.Discovery;
using Offtake.Model.Studies;
using Offtake.Results.Studies.Findings;
using FoundSeparation = Offtake.Results.Studies.Findings.Separation;

namespace Offtake.Experiments.Findings;

/// <summary>Looks for the part of the uncertainties in which a condition comes about.</summary>
/// <remarks>
/// Eq. DIS-7: the box of SEN-14 that is largest among those of density 0.8 or more, else the one at the knee of the peeling. While a limit of it has a quasi-p-value (SEN-15) above 0.05,
/// the uncertainty with the largest one is left out and the box looked for anew: Bryant and Lempert (2010) leave such limits out by hand.
/// </remarks>
internal sealed class ScenarioBoxes(FutureTable table)
{
    /// <summary>Boxes are looked for among so many futures, drawn at random where there are more.</summary>
    public const int MostFutures = 20_000;

    private const int FewestCases = 20;
    private const double LeastDensity = 0.8;
    private const double MostChance = 0.05;
    private const double FewestInBox = 40.0;
    private const int TreeDepth = 3;
    private const int TreeFolds = 5;

    private readonly int[] _part = table.Part(MostFutures);

    /// <summary>A condition under a policy.</summary>
    /// <param name="policy">Index of the policy.</param>
    /// <param name="condition">What is looked for.</param>
    /// <param name="values">Of its outcome, by future.</param>
    /// <param name="search">Whether a box is looked for.</param>
    public ConditionUnderPolicy Of(int policy, Condition condition, double[] values, bool search)
    {
        bool[] all = [.. values.Select(condition.Holds)];
        int cases = all.Count(c => c);
        double missing = values.Length == 0 ? double.NaN : (double)values.Count(double.IsNaN) / values.Length;
        ConditionUnderPolicy bare = new(policy, cases, Means.OfShare(all), missing, [], null, null, null);
        if (!search) return bare with { Absent = "not looked for under this policy" };
        if (table.Inputs == 0) return bare with { Absent = "the study names no uncertainty" };
        if (cases == 0) return bare with { Absent = "it comes about in no future" };
        if (cases == all.Length) return bare with { Absent = "it comes about in every future" };
        bool[] isCase = [.. _part.Select(i => all[i])];
        Column[] columns = [.. table.Header.Uncertainties.Select((u, i) => Column.OfNumbers(u.Id, [.. _part.Select(k => table.Input(i)[k])]))];
        int found = isCase.Count(c => c);
        if (found < FewestCases || isCase.Length - found < FewestCases) return bare with { Absent = $"it takes {FewestCases} futures that meet it, and as many that do not, to look for one" };
        FoundSeparation[] apart = [.. RegionalSensitivity.Of(columns, isCase).Select((s, u) => new FoundSeparation(u, s.Distance, s.At, s.ChanceAmongAll))];
        ScenarioBox? box = Find(columns, isCase);
        return bare with { Separations = apart, Box = box, Tree = box is null ? null : Tree(columns, isCase, box), Absent = box is null ? "no uncertainty has limits that are not likely to be an accident" : null };
    }

    private ScenarioBox? Find(Column[] columns, bool[] cases)
    {
        List<Column> left = [.. columns];
        PrimOptions options = new(LeastMass: Math.Clamp(FewestInBox / cases.Length, 0.01, 0.05));
        while (left.Count > 0)
        {
            PrimResult result = Prim.Find(left, cases, new BoxRule(LeastDensity), options);
            if (!result.MeetsRule) result = Prim.Find(left, cases, new BoxRule(), options);
            if (result.Chosen.Dimensions == 0) return null;
            LimitChance worst = result.Chances.MaxBy(c => c.Chance)!;
            if (worst.Chance > MostChance)
            {
                left.RemoveAll(c => c.Name == worst.Column);
                continue;
            }

            PrimBox chosen = result.Chosen;
            int rest = cases.Length - chosen.Rows;
            return new ScenarioBox(
                [.. Limits(chosen.Box).Select(l => l with { Chance = result.Chances.Where(c => c.Column == table.Header.Uncertainties[l.Uncertainty].Id).Max(c => c.Chance) })],
                chosen.Density, chosen.Coverage, chosen.Mass, rest == 0 ? double.NaN : (double)(cases.Count(c => c) - chosen.Cases) / rest, chosen.Density >= LeastDensity,
                [.. result.Trajectory.Select(s => new PeelingStep(s.Coverage, s.Density, s.Mass, s.Dimensions))], result.ChosenStep);
        }

        return null;
    }

    private ScenarioTree? Tree(Column[] columns, bool[] cases, ScenarioBox box)
    {
        const string Yes = "yes";
        Column outcome = Column.OfWords("condition", [.. cases.Select(c => c ? Yes : "no")]);
        RegressionTree tree = RegressionTree.Grow(columns, outcome, new TreeOptions(0, TreeDepth, TreeFolds, 1, 1));
        Leaf? leaf = tree.Leaves.Where(l => l.Class == Yes && l.Box.Limits.Count > 0).MaxBy(l => l.Rows * l.Value);
        if (leaf is null) return null;
        BoxLimit[] limits = [.. Limits(leaf.Box)];
        return new ScenarioTree(limits, leaf.Value, leaf.Rows * leaf.Value / cases.Count(c => c), limits.Select(l => l.Uncertainty).Order().SequenceEqual(box.Limits.Select(l => l.Uncertainty).Order()));
    }

    private IEnumerable<BoxLimit> Limits(Box box) =>
        from limit in box.Limits
        let u = Array.FindIndex([.. table.Header.Uncertainties], x => x.Id == limit.Column)
        orderby u
        select new BoxLimit(u, Finite(limit.Low), Finite(limit.High), double.NaN);

    private static double? Finite(double bound) => double.IsFinite(bound) ? bound : null;
}
