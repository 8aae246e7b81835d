using SQLitePCL;

namespace Offtake.Results.Studies;

/// <summary>The futures of a study as far as they are done, on disk. Whatever ends the program, what was added stays, whole futures only.</summary>
/// <remarks>
/// Each addition is one transaction in SQLite's write-ahead log: a process that is killed loses nothing it was told is stored. The file is held alone by one program.
/// It is not the result: that is written in order once all futures are there (<see cref="StudyFile"/>), so that its bytes do not depend on who was done first.
/// </remarks>
public sealed class StudyStore : IDisposable
{
    /// <summary>The name of the file within a study's folder.</summary>
    public const string FileName = "running.sqlite";

    private readonly SqliteLink _link;
    private readonly StudyInsertion _insertion;
    private readonly HashSet<int> _done = [];

    private StudyStore(SqliteLink link, StudyHeader header)
    {
        _link = link;
        Header = header;
        _insertion = new StudyInsertion(header, link.Prepare);
        using SqliteStatement done = link.Prepare($"select future from {StudyTables.Inputs}");
        while (done.Next()) _done.Add(done.Int(0) - 1);
    }

    /// <summary>Which study it is.</summary>
    public StudyHeader Header { get; }

    /// <summary>Futures that are stored.</summary>
    public IReadOnlySet<int> Done => _done;

    /// <summary>Begins a new file.</summary>
    /// <param name="path">Where; no file may bear the name.</param>
    /// <param name="header">Which study it is of.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static StudyStore Create(string path, StudyHeader header) => Open(path, link => Begin(link, header));

    /// <summary>Goes on with a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="header">Which study is begun when the file is as empty as a program leaves it that is killed at once; null to refuse such a file.</param>
    /// <exception cref="IOException">It is not there, is none of a study, or another program holds it.</exception>
    public static StudyStore Resume(string path, StudyHeader? header = null)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"'{path}' is not there.", path);
        return Open(path, link => header is not null && IsEmpty(link) ? Begin(link, header) : StudyRows.HeaderOf(link, path));
    }

    /// <summary>Stores futures, all or none of them.</summary>
    /// <exception cref="IOException">They cannot be stored; what was there before still is.</exception>
    public void Add(IReadOnlyList<StudyRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _link.Execute("begin immediate");
        try
        {
            foreach (StudyRow row in rows) _insertion.Add(row);
            _link.Execute("commit");
        }
        catch
        {
            TryRollBack();
            throw;
        }

        foreach (StudyRow row in rows) _done.Add(row.Future);
    }

    /// <summary>All futures that are stored, in their order.</summary>
    public IEnumerable<StudyRow> Rows() => StudyRows.Of(_link, Header);

    /// <inheritdoc/>
    public void Dispose()
    {
        _insertion.Dispose();
        _link.Dispose();
    }

    /// <summary>For tests: lets the file grow no further, as on a full disk.</summary>
    internal void LimitPages(int pages) => _link.Execute($"pragma max_page_count={pages}");

    private static bool IsEmpty(SqliteLink link)
    {
        using SqliteStatement tables = link.Prepare("select count(*) from sqlite_master");
        return tables.Next() && tables.Int(0) == 0;
    }

    private static StudyHeader Begin(SqliteLink link, StudyHeader header)
    {
        link.Execute("begin");
        link.Execute($"pragma user_version={StudyTables.SchemaVersion}");
        foreach (string sql in StudyTables.Creation(header)) link.Execute(sql);
        using (SqliteStatement into = link.Prepare(SqliteFile.InsertionInto(StudyTables.Header, 2)))
        {
            into.Bind(0, (object)"header");
            into.Bind(1, (object)header.ToJson());
            into.Add();
        }

        link.Execute("commit");
        return header;
    }

    private static StudyStore Open(string path, Func<SqliteLink, StudyHeader> begin)
    {
        SqliteLink link = new(path, raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_READWRITE);
        try
        {
            link.Execute("pragma locking_mode=exclusive; pragma journal_mode=wal; pragma synchronous=normal; pragma cache_size=-16000");
            return new StudyStore(link, begin(link));
        }
        catch
        {
            link.Dispose();
            throw;
        }
    }

    // After some failures SQLite has rolled back by itself; then there is nothing left to do.
    private void TryRollBack()
    {
        try
        {
            _link.Execute("rollback");
        }
        catch (IOException)
        {
        }
    }
}
