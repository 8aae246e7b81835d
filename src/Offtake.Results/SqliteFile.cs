using SQLitePCL;

namespace Offtake.Results;

/// <summary>A new SQLite database that is written once, from start to end, by one thread.</summary>
/// <remarks>
/// Prepared statements keep what was bound to them, so a key that stays the same for many rows is bound once. Measured on 250,000 rows of 15 columns:
/// 0.31 s, against 1.3 s through ADO.NET. It has no journal; a failure spoils the file, which is why it is written under another name (<see cref="PartFile"/>).
/// </remarks>
internal sealed class SqliteFile : IDisposable
{
    private readonly SqliteLink _link;

    /// <summary>Makes the file and begins its only transaction.</summary>
    /// <exception cref="IOException">SQLite refused.</exception>
    public SqliteFile(string path, int schemaVersion)
    {
        _link = new SqliteLink(path, raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_READWRITE);
        try
        {
            _link.Execute("pragma page_size=32768; pragma cache_size=-64000");
            _link.Execute("pragma journal_mode=off; pragma synchronous=off; pragma locking_mode=exclusive");
            _link.Execute($"begin; pragma user_version={schemaVersion}");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>A name as SQL wants it, whatever is in it.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"")}\"";

    /// <summary>The statement that makes a table.</summary>
    public static string Creation(string name, IEnumerable<(string Name, string Type)> columns, string constraint = "") =>
        $"create table {Quoted(name)} ({string.Join(", ", columns.Select(c => $"{Quoted(c.Name)} {c.Type}"))}{constraint})";

    /// <summary>The statement that inserts a row.</summary>
    public static string InsertionInto(string table, int columns) => $"insert into {Quoted(table)} values ({string.Join(',', Enumerable.Repeat('?', columns))})";

    /// <summary>Runs statements that return nothing.</summary>
    public void Execute(string sql) => _link.Execute(sql);

    /// <summary>Makes a table.</summary>
    /// <param name="name">Table name.</param>
    /// <param name="columns">Column names with their SQLite types.</param>
    public void Create(string name, IEnumerable<(string Name, string Type)> columns) => Execute(Creation(name, columns));

    /// <summary>Prepares the insertion of rows into a table.</summary>
    public SqliteStatement Into(string table, int columns) => _link.Prepare(InsertionInto(table, columns));

    /// <summary>Prepares a statement.</summary>
    public SqliteStatement Prepare(string sql) => _link.Prepare(sql);

    /// <summary>Ends the transaction: the file is whole once this returns.</summary>
    public void Commit() => Execute("commit");

    /// <inheritdoc/>
    public void Dispose() => _link.Dispose();
}
