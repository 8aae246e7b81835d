namespace Offtake.Results;

/// <summary>The tables of the results database that every run has, whatever its panels.</summary>
internal static class FixedTables
{
    private const string SeeUnit = "see column unit";

    private static readonly Field FutureField = new("future", "integer", "Number of the future, from 1");

    private static readonly Field UsedByField = new("used_by", "integer", "Number of parameters that rest on it", "parameters");

    private static readonly Field[] FigureFields =
    [
        new("id", "text", "Which figure"), new("title", "text", "What it is"), new("period", "text", "Year or month"),
        new("unit", "text", "Unit of all values"),
        new("standing", "text", "imposed, calibrated or predicted; only predicted counts as skill"),
        FutureField, new("modelled", "real", "Value in this future", SeeUnit), new("observed", "real", "What was observed", SeeUnit),
        new("observed_low", "real", "Lower end when observers disagree", SeeUnit),
        new("observed_high", "real", "Upper end when observers disagree", SeeUnit), new("source", "text", "Who observed it"),
    ];

    /// <summary>The tables, with their columns and where their rows come from.</summary>
    public static readonly IReadOnlyList<Table> Layout =
    [
        new("manifest",
            [new("key", "text", "What is stated"), new("value", "text", "What it was")],
            (r, futures) => ManifestRows(r, futures.Count)),
        new("digest",
            [FutureField, new("month", "text", "Month"), new("sha256", "text", "Digest of the future up to the end of the month")],
            (r, _) => DigestRows(r.Manifest)),
        new("event",
            [
                FutureField, new("month", "text", "When"), new("kind", "text", "What happened"), new("subject", "text", "To which entity"),
                new("amount", "real", "How much", SeeUnit), new("unit", "text", "Unit of the amount"),
            ],
            (r, _) => r.Events.Select(e => new object?[] { Futures.Number(e.Future), e.Month, e.Kind, e.Subject, e.Amount, e.Unit })),
        new("figure", FigureFields, (r, futures) => r.Figures.SelectMany(f => FigureRows(f, futures))),
        new("assumption",
            [
                new("id", "text", "Which assumption"), new("value", "real", "Value used", SeeUnit),
                new("low", "real", "Lower end of what is plausible", SeeUnit),
                new("high", "real", "Upper end of what is plausible", SeeUnit),
                new("unit", "text", "Unit of the values"), new("reason", "text", "Why this value"), UsedByField,
            ],
            (r, _) => r.Evidence.Assumptions.Select(a => new object?[] { a.Id, a.Value, a.Low, a.High, a.Unit, a.Reason, a.UsedBy })),
        new("source",
            [
                new("id", "text", "Which source"), new("publisher", "text", "Who published it"), new("year", "text", "When"),
                new("kind", "text", "What sort"), new("title", "text", "Title of the publication"),
                new("address", "text", "Where to find it"), UsedByField,
            ],
            (r, _) => r.Evidence.Sources.Select(s => new object?[] { s.Id, s.Publisher, s.Year, s.Kind, s.Title, s.Address, s.UsedBy })),
        new("warning", [new("sentence", "text", "What a reader must know")], (r, _) => r.Warnings.Select(w => new object?[] { w })),
        new("title",
            [new("id", "text", "Id, as in the key columns"), new("title", "text", "Name for readers")],
            (r, _) => r.Titles.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new object?[] { t.Key, t.Value })),
    ];

    /// <summary>Makes and fills the tables.</summary>
    public static void Add(SqliteFile file, RunResults results, IReadOnlyList<int> futures)
    {
        foreach (Table table in Layout)
        {
            file.Create(table.Name, table.Fields.Select(f => (f.Name, f.Type)));
            Fill(file, table.Name, table.Fields.Length, table.Rows(results, futures));
        }
    }

    /// <summary>Adds rows to a table that is there.</summary>
    public static void Fill(SqliteFile file, string table, int columns, IEnumerable<object?[]> rows)
    {
        using SqliteStatement insertion = file.Into(table, columns);
        foreach (object?[] row in rows)
        {
            for (int c = 0; c < columns; c++) insertion.Bind(c, row[c]);
            insertion.Add();
        }
    }

    private static object?[][] ManifestRows(RunResults results, int futuresDone)
    {
        Manifest m = results.Manifest;
        return
        [
            ["program", m.Program], ["scenario", m.Scenario], ["scenario_title", m.ScenarioTitle],
            ["world", m.World], ["world_title", m.WorldTitle], ["world_sha256", m.WorldSha256], ["scenario_sha256", m.ScenarioSha256],
            ["seed", m.Seed], ["from", m.From], ["to", m.To],
            ["futures_asked", m.FuturesAsked], ["futures_done", futuresDone], ["stopped", m.Stopped ? "yes" : "no"],
            ["max_relative_mass_gap", results.Conservation.MaxRelativeMassGap],
            ["max_relative_money_gap", results.Conservation.MaxRelativeMoneyGap],
            ["schema_version", SqliteWriter.SchemaVersion],
        ];
    }

    private static IEnumerable<object?[]> DigestRows(Manifest manifest) =>
        manifest.MonthDigests.SelectMany((months, f) =>
            months.Select((sha256, m) => new object?[] { Futures.Number(f), manifest.From + m, sha256 }));

    /// <summary>One row per future; a single one without future when nothing was modelled, so that the observation is not lost.</summary>
    private static IEnumerable<object?[]> FigureRows(Figure f, IReadOnlyList<int> futures)
    {
        object?[] Row(object? future, object? modelled) =>
        [
            f.Id, f.Title, f.Period, f.Unit, f.Standing.ToString().ToLowerInvariant(),
            future, modelled, f.Observed, f.ObservedLow, f.ObservedHigh, f.Source,
        ];

        if (f.Modelled.Count == 0) return [Row(null, null)];

        bool oneEach = f.Modelled.Count == futures.Count;
        return f.Modelled.Select((value, i) => Row(Futures.Number(oneEach ? futures[i] : i), value));
    }

    /// <summary>A column: name, SQLite type, meaning, unit.</summary>
    internal sealed record Field(string Name, string Type, string Title, string Unit = "");

    /// <summary>A table: name, columns, and its rows given the results and the indices of the whole futures.</summary>
    internal sealed record Table(string Name, Field[] Fields, Func<RunResults, IReadOnlyList<int>, IEnumerable<object?[]>> Rows);
}
