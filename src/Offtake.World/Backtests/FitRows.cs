using System.Globalization;
using Offtake.Model.History;
using Offtake.World.Files;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Backtests;

/// <summary>Reads the fits of a backtest: an index and one file a fit.</summary>
internal static class FitRows
{
    public const string FolderName = "fits";

    public static IReadOnlyList<Fit> Read(Table index, Folder folder, ParameterNames names, IReadOnlyCollection<string> variants, ProblemList problems)
    {
        Folder files = new(folder.PathOf(FolderName));
        return [.. index.Rows.Select(row => ReadOne(row, files, names, variants, problems)).OfType<Fit>()];
    }

    private static Fit? ReadOne(Row row, Folder files, ParameterNames names, IReadOnlyCollection<string> variants, ProblemList problems)
    {
        string id = row.Required("id"), variant = row.Required("variant"), window = row.Required("window");
        if (!Lint.PlainIds.Check(id, "id", row.At, problems)) return null;
        if (!variants.Contains(variant)) problems.Error(row.At, "unknown variant", variant, null, NearestName.Remedy(variant, variants));
        if (!ulong.TryParse(row.Required("seed"), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
            problems.Error(row.At, "this is not a seed:", row.Text("seed"), "whole numbers", "correct it");
        string name = id + ".csv";
        if (!files.Has(name))
        {
            problems.Error(row.At, "the file of the fit is missing:", $"{FolderName}/{name}", null, "calibrate again, or take the row out of fits.csv");
            return null;
        }

        Table table = Table.Read(BacktestShapes.Fit, TextFile.Read(files, name, problems), files.LabelOf(name), problems);
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        foreach (Row line in table.Rows)
        {
            string? number = names.Find(line.Required("id"), line.At, problems, "If the world has changed since, calibrate again.");
            if (EvidenceRows.Plain(line, "value", isRequired: true, problems) is { } value && number is not null) values[number] = value;
        }

        return new Fit(
            id, variant, window, seed, Number(row, "loss"), Number(row, "freeze_drift"), Number(row, "kick_left"), row.Required("world_sha256"), values);

        double Number(Row of, string column) => EvidenceRows.Plain(of, column, isRequired: true, problems) ?? double.NaN;
    }
}
