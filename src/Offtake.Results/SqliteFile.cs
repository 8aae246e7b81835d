using System.Text;
using SQLitePCL;

namespace Offtake.Results;

/// <summary>A new SQLite database that is written once, from start to end, by one thread.</summary>
/// <remarks>
/// It speaks to SQLite directly: prepared statements keep what was bound to them, so a key that stays the same for many rows is bound
/// once. Measured on 250,000 rows of 15 columns: 0.31 s, against 1.3 s through ADO.NET. It has no journal; a failure spoils the file,
/// which is why it is written under another name (<see cref="PartFile"/>).
/// </remarks>
internal sealed class SqliteFile : IDisposable
{
    private readonly string _path;
    private readonly sqlite3 _database;

    static SqliteFile() => Batteries_V2.Init();

    /// <summary>Makes the file and begins its only transaction.</summary>
    /// <exception cref="IOException">SQLite refused.</exception>
    public SqliteFile(string path, int schemaVersion)
    {
        _path = path;
        const int New = raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX;
        int answer = raw.sqlite3_open_v2(path, out _database, New, null);
        try
        {
            Check(answer);
            Execute("pragma page_size=32768; pragma cache_size=-64000");
            Execute("pragma journal_mode=off; pragma synchronous=off; pragma locking_mode=exclusive");
            Execute($"begin; pragma user_version={schemaVersion}");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>A name as SQL wants it, whatever is in it.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"")}\"";

    /// <summary>Runs statements that return nothing.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_database, sql));

    /// <summary>Makes a table.</summary>
    /// <param name="name">Table name.</param>
    /// <param name="columns">Column names with their SQLite types.</param>
    public void Create(string name, IEnumerable<(string Name, string Type)> columns) =>
        Execute($"create table {Quoted(name)} ({string.Join(", ", columns.Select(c => $"{Quoted(c.Name)} {c.Type}"))})");

    /// <summary>Prepares the insertion of rows into a table.</summary>
    public Insertion Into(string table, int columns)
    {
        string sql = $"insert into {Quoted(table)} values ({string.Join(',', Enumerable.Repeat('?', columns))})";
        Check(raw.sqlite3_prepare_v2(_database, sql, out sqlite3_stmt statement));
        return new Insertion(this, statement);
    }

    /// <summary>Ends the transaction: the file is whole once this returns.</summary>
    public void Commit() => Execute("commit");

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private void Check(int answer)
    {
        if (answer is raw.SQLITE_OK or raw.SQLITE_DONE) return;

        string reason = raw.sqlite3_errmsg(_database).utf8_to_string();
        throw new IOException(
            $"'{_path}' could not be written: SQLite says '{reason}'. See that the folder may be written to and the disk has room.");
    }

    /// <summary>A prepared insertion. Columns count from 0; what was bound stays bound until it is bound again.</summary>
    internal sealed class Insertion(SqliteFile file, sqlite3_stmt statement) : IDisposable
    {
        /// <summary>Binds text in UTF-8.</summary>
        public void Bind(int column, ReadOnlySpan<byte> text) => file.Check(raw.sqlite3_bind_text(statement, column + 1, text));

        /// <summary>Binds a number; SQLite stores NaN as NULL.</summary>
        public void Bind(int column, double number) => file.Check(raw.sqlite3_bind_double(statement, column + 1, number));

        /// <summary>Binds a whole number.</summary>
        public void Bind(int column, int number) => file.Check(raw.sqlite3_bind_int(statement, column + 1, number));

        /// <summary>Binds a text, a number, or null.</summary>
        public void Bind(int column, object? value)
        {
            switch (value)
            {
                case null: file.Check(raw.sqlite3_bind_null(statement, column + 1)); break;
                case int number: Bind(column, number); break;
                case double number: Bind(column, number); break;
                default: Bind(column, Encoding.UTF8.GetBytes(value.ToString()!).AsSpan()); break;
            }
        }

        /// <summary>Writes a row of what is bound.</summary>
        public void Add()
        {
            int answer = raw.sqlite3_step(statement);
            raw.sqlite3_reset(statement);
            file.Check(answer);
        }

        /// <inheritdoc/>
        public void Dispose() => statement.Dispose();
    }
}
