using Offtake.Model.Studies;

namespace Offtake.Results.Studies;

/// <summary>The tables of a study's database: what they are called, which columns they have, and how a future is put into them and taken out.</summary>
internal static class StudyTables
{
    /// <summary>Version of the tables and their columns, kept as SQLite's <c>user_version</c>.</summary>
    public const int SchemaVersion = 1;

    public const string Header = "study", Inputs = "input", Results = "result", Refused = "refused";

    /// <summary>An id as a column: SQL is easier without hyphens.</summary>
    public static string ColumnOf(string id) => id.Replace('-', '_');

    /// <summary>Statements that make the tables into which futures go.</summary>
    public static IEnumerable<string> Creation(StudyHeader header)
    {
        yield return SqliteFile.Creation(Header, [("key", "text primary key"), ("value", "text")]);
        yield return SqliteFile.Creation(Inputs, [("future", "integer primary key"), .. header.Uncertainties.Select(u => (ColumnOf(u.Id), "real"))]);
        yield return SqliteFile.Creation(Results, [("future", "integer"), ("policy", "integer"), .. header.Outcomes.Select(o => (ColumnOf(o.Id), "real"))], ", primary key (future, policy)") + " without rowid";
        yield return SqliteFile.Creation(Refused, [("future", "integer primary key"), ("reason", "text")]);
    }

    /// <summary>Tables that explain the others to whoever opens the file.</summary>
    public static void Explain(SqliteFile file, StudyHeader header)
    {
        Fill(file, "uncertainty", ["id", "title", "unit", "central", "low", "high", "shape", "moves"],
            header.Uncertainties.Select(u => new object?[] { ColumnOf(u.Id), u.Title, u.Unit, u.Central, u.Low, u.High, u.Shape, string.Join("; ", u.Moves) }));
        Fill(file, "lever", ["id", "title", "unit", "low", "high", "moves"],
            header.Levers.Select(l => new object?[] { l.Id, l.Title, l.Unit, l.Low, l.High, string.Join("; ", l.Moves) }));
        Fill(file, "policy", ["policy", "id", "title", "scenario"], header.Policies.Select((p, i) => new object?[] { i + 1, p.Id, p.Title, p.Scenario }));
        Fill(file, "policy_lever", ["policy", "lever", "value"],
            header.Policies.SelectMany((p, i) => p.Settings.Select(s => new object?[] { i + 1, header.Levers[s.Lever].Id, s.Value })));
        Fill(file, "outcome", ["id", "title", "unit", "better"],
            header.Outcomes.Select(o => new object?[] { ColumnOf(o.Id), o.Title, o.Unit, o.Better == Better.Unsaid ? null : o.Better.ToString().ToLowerInvariant() }));
    }

    private static void Fill(SqliteFile file, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        file.Create(table, columns.Select(c => (c, c is "central" or "low" or "high" or "value" ? "real" : c == "policy" ? "integer" : "text")));
        using SqliteStatement insertion = file.Into(table, columns.Length);
        foreach (object?[] row in rows)
        {
            for (int c = 0; c < row.Length; c++) insertion.Bind(c, row[c]);
            insertion.Add();
        }
    }
}

/// <summary>Puts futures into the tables of a study. Futures and policies count from 1 there, as readers count.</summary>
internal sealed class StudyInsertion(StudyHeader header, Func<string, SqliteStatement> prepare) : IDisposable
{
    private readonly SqliteStatement _input = prepare(SqliteFile.InsertionInto(StudyTables.Inputs, 1 + header.Uncertainties.Count));
    private readonly SqliteStatement _result = prepare(SqliteFile.InsertionInto(StudyTables.Results, 2 + header.Outcomes.Count));
    private readonly SqliteStatement _refused = prepare(SqliteFile.InsertionInto(StudyTables.Refused, 2));

    public void Add(StudyRow row)
    {
        _input.Bind(0, row.Future + 1);
        for (int i = 0; i < row.Inputs.Length; i++) _input.Bind(1 + i, row.Inputs[i]);
        _input.Add();
        if (row.Refused is not null)
        {
            _refused.Bind(0, row.Future + 1);
            _refused.Bind(1, (object)row.Refused);
            _refused.Add();
            return;
        }

        int outcomes = header.Outcomes.Count;
        _result.Bind(0, row.Future + 1);
        for (int p = 0; p < header.Policies.Count; p++)
        {
            _result.Bind(1, p + 1);
            for (int o = 0; o < outcomes; o++) _result.Bind(2 + o, row.Outcomes[(p * outcomes) + o]);
            _result.Add();
        }
    }

    public void Dispose()
    {
        _input.Dispose();
        _result.Dispose();
        _refused.Dispose();
    }
}
