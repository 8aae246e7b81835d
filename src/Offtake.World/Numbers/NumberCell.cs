using Offtake.Model.Evidence;
using Offtake.World.Lint;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Numbers;

/// <summary>Reads a cell that holds a number with its witness, or <c>@</c> and the id of an assumption.</summary>
internal static class NumberCell
{
    /// <summary>The number, or null when something is wrong with it, which has then been reported.</summary>
    public static WitnessedNumber? Read(WitnessBook book, Row row, string column, NumberKind kind, ProblemList problems)
    {
        string text = row.Text(column);
        string id = $"{row.Table.Shape.Name}/{row.Key}/{column}";
        return text[0] == '@' ? Assumed(book, row, column, id, kind, problems) : Sourced(book, row, column, id, kind, problems);
    }

    /// <summary>Whether all values an assumption can take are possible for a kind; if not, an error has been reported.</summary>
    public static bool Fits(Assumption assumption, NumberKind kind, string column, Place at, ProblemList problems)
    {
        string shown = "@" + assumption.Id;
        if (!kind.Require(assumption.Value, $"{shown} = {assumption.Value}", column, at, problems)) return false;
        if (!Units.Fit(assumption.Unit, kind.Unit, column, at, problems)) return false;
        if (kind.IsWhole || (assumption.Spread.Low >= kind.Least && assumption.Spread.High <= kind.Most)) return true;
        string range = $"{shown} from {assumption.Spread.Low} to {assumption.Spread.High}";
        problems.Error(
            at, $"the range of '{column}' reaches too far:", range, kind.Bound,
            "no value outside that is possible; narrow the range in assumptions.csv");
        return false;
    }

    private static WitnessedNumber? Assumed(WitnessBook book, Row row, string column, string id, NumberKind kind, ProblemList problems)
    {
        if (row.Text(column + "_low").Length > 0 || row.Text(column + "_high").Length > 0)
            problems.Error(
                row.At, $"'{column}' rests on an assumption and has a range of its own:", row.Text(column), null,
                "keep the range in assumptions.csv only");
        if (row.Text(column + "_source") is { Length: > 0 } source)
            problems.Warn(
                row.At, $"'{column}' rests on an assumption and names a source too:", source, null,
                "drop the source, or write the number it vouches for");

        return book.FindAssumption(row.Text(column)[1..], row.AtCell(column)) is { } assumption && Fits(assumption, kind, column, row.At, problems)
            ? new WitnessedNumber(id, assumption.Value, null, [], assumption, kind, row.At)
            : null;
    }

    private static WitnessedNumber? Sourced(WitnessBook book, Row row, string column, string id, NumberKind kind, ProblemList problems)
    {
        string text = row.Text(column);
        double? value = NumberText.Read(text, column, row.At, problems);
        bool isPossible = value is { } v && kind.Require(v, text, column, row.At, problems);
        IReadOnlyList<Source> sources = Witnesses(book, row, column, problems);
        bool hasRange = TryRange(row, column, value, kind, problems, out (double, double)? range);
        return isPossible && hasRange && sources.Count > 0
            ? new WitnessedNumber(id, value!.Value, range, sources, null, kind, row.At)
            : null;
    }

    private static IReadOnlyList<Source> Witnesses(WitnessBook book, Row row, string column, ProblemList problems)
    {
        // An unknown id in the row's own cell is reported when the table is read, not once more for every number of the row.
        if (row.Text(column + "_source") is { Length: > 0 } own) return book.Find(own, row.AtCell(column + "_source"));
        if (row.Text("source").Length > 0) return row.Sources;
        problems.Error(
            row.At, $"'{column}' has a number without a witness:", row.Text(column), null,
            $"name a source in 'source' or '{column}_source', or write @ and the id of an assumption");
        return [];
    }

    private static bool TryRange(Row row, string column, double? value, NumberKind kind, ProblemList problems, out (double, double)? range)
    {
        range = null;
        string lowText = row.Text(column + "_low"), highText = row.Text(column + "_high");
        if (lowText.Length == 0 && highText.Length == 0) return true;
        if (lowText.Length == 0 || highText.Length == 0)
        {
            problems.Error(
                row.At, $"'{column}' has half a range:", $"{lowText}..{highText}", null,
                $"fill both {column}_low and {column}_high, or neither");
            return false;
        }

        double? low = NumberText.Read(lowText, column + "_low", row.At, problems);
        double? high = NumberText.Read(highText, column + "_high", row.At, problems);
        if (low is not { } l || high is not { } h || value is not { } v || !RangeRule.Holds(l, v, h, column, row.At, problems)) return false;
        if (l < kind.Least || h > kind.Most)
        {
            problems.Error(
                row.At, $"the range of '{column}' reaches too far:", $"{lowText}..{highText}", kind.Bound,
                "no value outside that is possible; narrow the range");
            return false;
        }

        range = (l, h);
        return true;
    }
}
