using Microsoft.Data.Sqlite;
using Offtake.Model.Quantities;
using Offtake.Results;

namespace Offtake.Tests.Results;

/// <summary>A small made-up run whose numbers can be worked out by hand: value = 1000 * future + 100 * entity + period, futures from 0.</summary>
internal static class SampleRun
{
    public static readonly Month From = Month.Of(2025, 1);

    public static RunResults Of(int futures = 3, int months = 24)
    {
        Panel market = Filled(new Panel(
            "market", ["commodity", "region", "stage", "unit", "pricing"],
            [["oxide", "inland", "separation", "t", "posted"], ["oxide", "coast", "separation", "t", "posted"]],
            [
                new("price_usd_per_unit", "Price", "USD per unit"), new("stock_amount", "Stock", "units"),
                new("produced_amount", "Produced", "units per month"),
            ],
            Frequency.Monthly, futures, From, months));
        Panel route = Filled(new Panel(
            "route", ["commodity", "from", "to", "unit"], [["oxide", "inland", "coast", "t"]],
            [new("shipped_amount", "Shipped", "units per month")],
            Frequency.Monthly, futures, From, months));
        Panel use = Filled(new Panel(
            "use", ["use", "commodity", "region", "city", "unit"], [["cars", "motor", "coast", "", "motor"]],
            [new("used_amount", "Used", "units per month"), new("in_use_amount", "In use", "units")], Frequency.Monthly, futures, From, months));
        Panel flow = Filled(new Panel(
            "flow", ["from", "to"], [["pit", "oxide@inland"]], [new("nd_t", "Neodymium", "t per year")],
            Frequency.Yearly, futures, From, months / 12));
        return new RunResults(
            new Manifest(
                "Offtake 0.1.0", "baseline", "Baseline", "small", "A small world", "aa", "bb", 7, From, From + (months - 1), futures, 4,
                [.. Enumerable.Range(0, futures).Select(f => $"final{f}")],
                [.. Enumerable.Range(0, futures).Select(f => (IReadOnlyList<string>)[.. Enumerable.Range(0, months).Select(m => $"d{f}-{m}")])],
                Stopped: false, RunSeconds: 1.5),
            new[] { market, route, use, flow }.ToDictionary(p => p.Name),
            [
                new(1, From + 3, "mine-closed", "pit", 5, "t"), new(0, From, "quota-bound", "pit", 2, "t"),
                new(2, From, "quota-bound", "pit", 3, "t"),
            ],
            [
                new("output", "Output", "2025", "t", [.. Enumerable.Range(1, futures).Select(f => (double)f)],
                    2.5, null, null, Standing.Predicted, "a survey"),
                new("unmodelled", "Not modelled", "2025", "t", [], 4, 3, 5, Standing.Imposed, "a survey"),
            ],
            new Conservation(1e-13, 2e-13),
            new EvidenceSummary(
                new Dictionary<string, int> { ["survey"] = 3, ["assumption"] = 1 }, 2, [new("life", 10, 8, 12, "years", "a guess", 1)],
                [new("s1", "Survey office", "2025", "survey", "Yearbook", "shelf 3", 3)], new Dictionary<string, IReadOnlyDictionary<string, int>> { ["done"] = new Dictionary<string, int> { ["confirmed"] = 1 } }),
            ["The gain is outside its bound."], "# Story",
            new Dictionary<string, string> { ["oxide"] = "NdPr oxide, 99%", ["inland"] = "Inland", ["coast"] = "Coast", ["cars"] = "Cars" });
    }

    public static RunResults WithPanel(this RunResults run, Panel panel) =>
        run with { Panels = new Dictionary<string, Panel>(run.Panels) { [panel.Name] = panel } };

    public static double Value(int future, int entity, int period) => (1000 * future) + (100 * entity) + period;

    /// <summary>All rows of a query, cells parted by bars, NULL as the word.</summary>
    public static string[] Query(string path, string sql)
    {
        using SqliteConnection connection = new($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The queries are literals of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            IEnumerable<string?> cells = Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "NULL" : reader.GetValue(i).ToString());
            rows.Add(string.Join('|', cells));
        }

        return [.. rows];
    }

    private static Panel Filled(Panel panel)
    {
        for (int f = 0; f < panel.FutureCount; f++)
        {
            for (int p = 0; p < panel.PeriodCount; p++)
            {
                for (int e = 0; e < panel.Entities.Count; e++) panel.Row(f, p, e).Fill(Value(f, e, p));
            }
        }

        return panel;
    }
}

/// <summary>A folder of its own for a test, gone afterwards.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("offtake-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string[] Names => [.. Directory.EnumerateFileSystemEntries(Path).Select(p => System.IO.Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
