using System.Text;
using SQLitePCL;

namespace Offtake.Results;

/// <summary>An open SQLite database. It speaks to SQLite directly; one thread at a time.</summary>
internal sealed class SqliteLink : IDisposable
{
    private readonly string _path;
    private readonly sqlite3 _database;

    static SqliteLink() => Batteries_V2.Init();

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="flags">SQLite's flags of opening.</param>
    /// <exception cref="IOException">SQLite refused.</exception>
    public SqliteLink(string path, int flags)
    {
        _path = path;
        int answer = raw.sqlite3_open_v2(path, out _database, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        try
        {
            Check(answer);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Runs statements that return nothing.</summary>
    /// <exception cref="IOException">SQLite refused.</exception>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_database, sql));

    /// <summary>Prepares a statement.</summary>
    /// <exception cref="IOException">SQLite refused.</exception>
    public SqliteStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_database, sql, out sqlite3_stmt statement));
        return new SqliteStatement(this, statement);
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    internal void Check(int answer)
    {
        if (answer is raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW) return;

        string reason = raw.sqlite3_errmsg(_database).utf8_to_string();
        throw (answer & 0xFF) switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new IOException($"'{_path}' is in use by another program: SQLite says '{reason}'. Close that program, or name another folder."),
            raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => new IOException($"'{_path}' is no whole SQLite database: SQLite says '{reason}'. It was damaged or replaced; restore it from a copy."),
            _ => new IOException($"'{_path}' could not be read or written: SQLite says '{reason}'. See that the folder may be written to and the disk has room."),
        };
    }
}

/// <summary>A prepared statement. Columns count from 0; what was bound stays bound until it is bound again.</summary>
internal sealed class SqliteStatement(SqliteLink link, sqlite3_stmt statement) : IDisposable
{
    /// <summary>Binds text in UTF-8.</summary>
    public void Bind(int column, ReadOnlySpan<byte> text) => link.Check(raw.sqlite3_bind_text(statement, column + 1, text));

    /// <summary>Binds a number; SQLite stores NaN as NULL.</summary>
    public void Bind(int column, double number) => link.Check(raw.sqlite3_bind_double(statement, column + 1, number));

    /// <summary>Binds a whole number.</summary>
    public void Bind(int column, int number) => link.Check(raw.sqlite3_bind_int(statement, column + 1, number));

    /// <summary>Binds a text, a number, or null.</summary>
    public void Bind(int column, object? value)
    {
        switch (value)
        {
            case null: link.Check(raw.sqlite3_bind_null(statement, column + 1)); break;
            case int number: Bind(column, number); break;
            case double number: Bind(column, number); break;
            default: Bind(column, Encoding.UTF8.GetBytes(value.ToString()!).AsSpan()); break;
        }
    }

    /// <summary>Carries the statement out with what is bound, when it returns no rows.</summary>
    public void Add()
    {
        int answer = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        link.Check(answer);
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next()
    {
        int answer = raw.sqlite3_step(statement);
        link.Check(answer);
        return answer == raw.SQLITE_ROW;
    }

    /// <summary>A whole number of the row.</summary>
    public int Int(int column) => raw.sqlite3_column_int(statement, column);

    /// <summary>A number of the row; NaN where there is none.</summary>
    public double Number(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL ? double.NaN : raw.sqlite3_column_double(statement, column);

    /// <summary>A text of the row; null where there is none.</summary>
    public string? Text(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_text(statement, column).utf8_to_string();

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();
}
