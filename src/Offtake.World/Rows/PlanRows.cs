using System.Globalization;
using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Studies;
using Offtake.World.Problems;
using Offtake.World.Studies;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads what was announced against what came of it, and how the model measures it where it can.</summary>
/// <remarks>Names of a measure are looked up once the world is whole and without errors: only then is it known what there is to measure.</remarks>
internal static class PlanRows
{
    private static readonly string[] OfMeasures = ["of", "in", "statistic", "factor", "met_at"];

    public static IReadOnlyList<PlanYear> Read(WorldDraft world) => [.. world[WorldShapes.Plans].Rows.Select(row =>
    {
        ProblemList problems = world.Problems;
        double? announced = EvidenceRows.Plain(row, "announced", isRequired: true, problems), realised = EvidenceRows.Plain(row, "realised", isRequired: false, problems);
        Better better = BetterOf(row, problems);
        if (announced <= 0.0) problems.Error(row.At, "'announced' is not above zero:", row.Text("announced"), "above 0", "state plans as figures that are to be reached; a ratio to zero means nothing");
        if (realised < 0.0) problems.Error(row.At, "'realised' is negative:", row.Text("realised"), "0 or more", "a plan that went into reverse realised nothing; say so in the note");
        if (realised == 0.0 && better == Better.Lower) problems.Error(row.At, "'realised' of a figure to stay below is zero:", row.Text("realised"), "above 0", "a ratio to zero means nothing; leave it empty and say so in the note");
        int year = YearOf(row);
        if (Period.TryParse(row.Text("period"), out Period over) && year > over.Last.Year)
            problems.Error(row.At, "a plan was announced when its period was over:", row.Text("year_announced"), $"up to {over.Last.Year}", "write the year in which it was announced first");
        return new PlanYear(
            row.Required("id"), row.Required("kind"), row.Required("who"), row.Required("target"), row.Required("unit"), year, PeriodOf(row),
            announced ?? 1.0, realised, row.Required("definition"), row.Required("source"), row.Text("note"), row.At.ToString())
        {
            Better = better,
            Measured = MeasureOf(row, problems),
        };
    })];

    /// <summary>Looks up what the measures of plans name in the finished chain.</summary>
    public static void Check(WorldDraft world)
    {
        if (world.Problems.HasErrors || world.Plans.All(p => p.Measured is null)) return;
        ValueChain chain = WorldReader.Build(world, world.Book.Parameters);
        foreach ((PlanYear plan, Row row) in world.Plans.Zip(world[WorldShapes.Plans].Rows))
        {
            if (plan.Measured?.Measurement is not { } m) continue;
            int before = world.Problems.ErrorCount;
            IEnumerable<string> subjects = Selection.Subjects(chain, m.Variable).Concat(Selection.IsOfLevers(m.Variable) ? InstrumentName.All : []);
            MeasurementRules.Names(m.Of.Select(n => (n, row.AtCell("of"))), "of", subjects, world.Problems);
            MeasurementRules.Names(m.In.Select(n => (n, row.AtCell("in"))), "in", Selection.Places(chain, m.Variable), world.Problems);
            if (m.Period.First < chain.First)
                world.Problems.Error(row.AtCell("period"), "the model cannot measure months before it begins:", $"{m.Period}", $"{chain.First} or later", "leave 'variable' and what belongs to it empty");
            if (world.Problems.ErrorCount == before) MeasurementRules.Check(chain, m, row.At, world.Problems);
        }
    }

    private static PlanMeasure? MeasureOf(Row row, ProblemList problems)
    {
        string text = row.Text("variable");
        if (text.Length == 0)
        {
            foreach (string column in OfMeasures.Where(c => row.Text(c).Length > 0))
                problems.Error(row.AtCell(column), "nothing is measured that this could belong to:", row.Text(column), null, "name a 'variable', or leave the cell empty");
            return null;
        }

        ChainVariable? variable = MeasurementRules.VariableOf(text, row.AtCell("variable"), problems);
        Statistic statistic = MeasurementRules.StatisticOf(row.Required("statistic"), row.AtCell("statistic"), problems);
        row.Required("factor");
        if (statistic >= Statistic.MonthsAbove)
            problems.Error(row.AtCell("statistic"), "a plan has no threshold to count months by:", row.Text("statistic"), "mean, sum, last, highest or lowest", "choose one of these");
        double factor = Positive(row, "factor", double.MaxValue, problems), metAt = Positive(row, "met_at", 1.0, problems);
        return variable is { } v && Period.TryParse(row.Text("period"), out Period period)
            ? new PlanMeasure(new Measurement(v, row.List("of"), row.List("in"), [], period, statistic, double.NaN, null), factor, metAt)
            : null;
    }

    private static double Positive(Row row, string column, double most, ProblemList problems)
    {
        double value = EvidenceRows.Plain(row, column, isRequired: false, problems) ?? 1.0;
        if (value > 0.0 && value <= most) return value;
        problems.Error(row.AtCell(column), $"'{column}' is out of bounds:", row.Text(column), most == 1.0 ? "above 0, up to 1" : "above 0", "correct it");
        return 1.0;
    }

    private static Better BetterOf(Row row, ProblemList problems)
    {
        string text = row.Text("better");
        if (text.Length == 0) return Better.Higher;
        if (EnumText.TryParse(text, out Better better) && better != Better.Unsaid) return better;
        problems.Error(row.AtCell("better"), "this is no direction:", text, "higher or lower", "correct it, or leave it empty for a figure that is to be reached");
        return Better.Higher;
    }

    private static int YearOf(Row row)
    {
        string text = row.Required("year_announced");
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 1900 and < 2200) return year;
        if (text.Length > 0) row.Table.Problems.Error(row.At, "'year_announced' is not a year:", text, "1901 to 2199", "write the year with four digits");
        return 0;
    }

    private static string PeriodOf(Row row)
    {
        string text = row.Required("period");
        bool isPeriod = Period.TryParse(text, out Period period);
        if (isPeriod && MonthBounds.Require(period.First, "period", row.At, row.Table.Problems) is not null) MonthBounds.Require(period.Last, "period", row.At, row.Table.Problems);
        if (text.Length > 0 && !isPeriod) row.Table.Problems.Error(row.At, "'period' is not a period:", text, Period.Forms, "write it in one of these forms");
        return text;
    }
}
