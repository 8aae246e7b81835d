using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads the composition of ores: one row an element, shares made to sum to one.</summary>
internal static class OreRows
{
    private const double LeastListedSum = 0.95;
    private const double MostListedSum = 1.05;

    /// <summary>The ores in order of their first row.</summary>
    public static IReadOnlyList<Ore> Read(WorldDraft world) =>
        [.. world[WorldShapes.Ores].Rows.Where(r => r.Text("ore").Length > 0).GroupBy(r => r.Text("ore"))
            .Select(rows => ReadOne(rows.Key, [.. rows], world))];

    private static Ore ReadOne(string id, IReadOnlyList<Row> rows, WorldDraft world)
    {
        WitnessedNumber?[] listed = new WitnessedNumber?[world.ElementNames.Names.Count];
        bool isWhole = true;
        foreach (Row row in rows)
        {
            int element = row.Refer("element", world.ElementNames);
            WitnessedNumber? share = row.Text("share").Length == 0 ? null : NumberCell.Read(world.Book, row, "share", NumberKind.Share, world.Problems);
            if (row.Text("share").Length == 0) row.Required("share");
            if (element == NameList.Nowhere || share is null) isWhole = false;
            else listed[element] = share;
        }

        if (!isWhole) return new Ore(id, [], 1.0);
        ReportAbsent(id, rows[0].At, listed, world);
        double sum = listed.Sum(s => s?.Value ?? 0.0);
        ReportSum(id, rows[0].At, sum, world.Problems);
        IReadOnlyList<Parameter> shares = sum > 0.0
            ? [.. listed.OfType<WitnessedNumber>().Select(s => world.Book.Register(s.ToParameter(1.0 / sum)))]
            : [];
        return new Ore(id, shares, sum);
    }

    private static void ReportAbsent(string id, Place at, WitnessedNumber?[] listed, WorldDraft world)
    {
        string[] absent = [.. world.ElementNames.Names.Where(name => name.Length > 0 && listed[world.ElementNames.IndexOf(name)] is null)];
        if (absent.Length > 0 && world[WorldShapes.Ores].IsComplete)
            world.Problems.Error(
                at, $"ore '{id}' says nothing of", string.Join(", ", absent), null,
                (NearestName.Of(id, world.OreNames.Names.Where(n => n != id)) is { } near ? $"did you mean '{near}'? If not, " : "")
                + "add a row for each element, with 0 and a source when there is none; absent is not zero");
    }

    private static void ReportSum(string id, Place at, double sum, ProblemList problems)
    {
        if (sum <= 0.0)
            problems.Error(
                at, $"the shares of ore '{id}' sum to", $"{sum}", "about 1", "an ore without content cannot be mined; check the shares");
        else if (sum is < LeastListedSum or > MostListedSum)
            problems.Warn(
                at, $"the shares of ore '{id}' sum to", $"{sum:0.####}", $"{LeastListedSum} to {MostListedSum}",
                "they have been divided by their sum; check whether an element is missing or counted twice");
    }
}
