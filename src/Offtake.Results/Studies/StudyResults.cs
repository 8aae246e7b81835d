using System.Globalization;

namespace Offtake.Results.Studies;

/// <summary>The finished results of a study, read column by column: however many futures there are, only what is looked at is in memory.</summary>
public sealed class StudyResults : IDisposable
{
    private readonly SqliteLink _link;

    private StudyResults(SqliteLink link, StudyHeader header, StudySlice slice, string digest)
    {
        _link = link;
        Header = header;
        Slice = slice;
        Digest = digest;
    }

    /// <summary>Which study it is.</summary>
    public StudyHeader Header { get; }

    /// <summary>Which of its futures are here.</summary>
    public StudySlice Slice { get; }

    /// <summary>The digest of the futures.</summary>
    public string Digest { get; }

    /// <summary>Opens a finished file.</summary>
    /// <exception cref="IOException">There is none, or it is not one of a study.</exception>
    public static StudyResults Open(string path)
    {
        SqliteLink link = StudyRows.Open(path);
        try
        {
            StudyHeader header = StudyRows.HeaderOf(link, path);
            if (StudyRows.Stated(link, "digest") is not { } digest
                || !int.TryParse(StudyRows.Stated(link, "first_future"), NumberStyles.None, CultureInfo.InvariantCulture, out int first)
                || !int.TryParse(StudyRows.Stated(link, "futures"), NumberStyles.None, CultureInfo.InvariantCulture, out int count))
                throw new IOException($"'{path}' is not finished; go on with 'offtake explore {header.Id} --resume' first.");
            return new StudyResults(link, header, new StudySlice(first - 1, count), digest);
        }
        catch
        {
            link.Dispose();
            throw;
        }
    }

    /// <summary>Futures whose numbers cannot all be true at once, with the reason; they have no outcomes.</summary>
    public IReadOnlyList<(int Future, string Reason)> Refused()
    {
        using SqliteStatement rows = _link.Prepare($"select future, reason from {StudyTables.Refused} order by future");
        List<(int, string)> found = [];
        while (rows.Next()) found.Add((rows.Int(0) - 1, rows.Text(1) ?? ""));
        return found;
    }

    /// <summary>Values of an uncertainty, by future.</summary>
    public double[] Input(int uncertainty) =>
        Column($"select {SqliteFile.Quoted(StudyTables.ColumnOf(Header.Uncertainties[uncertainty].Id))} from {StudyTables.Inputs} order by future");

    /// <summary>Values of an outcome under a policy, by future; NaN where there is none.</summary>
    public double[] Outcome(int policy, int outcome) => Column(
        $"select r.{SqliteFile.Quoted(StudyTables.ColumnOf(Header.Outcomes[outcome].Id))} from {StudyTables.Inputs} i left join {StudyTables.Results} r on r.future = i.future and r.policy = {policy + 1} order by i.future");

    /// <summary>Values of several outcomes in one reading: by outcome, then by policy, then by future; NaN where there is none.</summary>
    /// <param name="outcomes">Indices of the outcomes.</param>
    public double[][][] Outcomes(IReadOnlyList<int> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        double[][][] values = [.. outcomes.Select(_ => Header.Policies.Select(_ => Absent(Slice.Count)).ToArray())];
        string columns = string.Concat(outcomes.Select(o => ", " + SqliteFile.Quoted(StudyTables.ColumnOf(Header.Outcomes[o].Id))));
        using SqliteStatement rows = _link.Prepare($"select future, policy{columns} from {StudyTables.Results}");
        while (rows.Next())
        {
            int future = rows.Int(0) - 1 - Slice.First, policy = rows.Int(1) - 1;
            if (future < 0 || future >= Slice.Count || policy < 0 || policy >= Header.Policies.Count) throw new IOException($"future {rows.Int(0)} under policy {rows.Int(1)} is none of this file; it was changed by hand, or is damaged.");
            for (int o = 0; o < values.Length; o++) values[o][policy][future] = rows.Number(2 + o);
        }

        return values;
    }

    /// <summary>All futures, in their order.</summary>
    public IEnumerable<StudyRow> Rows() => StudyRows.Of(_link, Header);

    /// <summary>All futures, in their order; after the last one they must be those that the digest of the file was made of.</summary>
    /// <param name="path">Where the file is, for the message.</param>
    /// <exception cref="IOException">They are not: the file was changed by hand, or is damaged.</exception>
    public IEnumerable<StudyRow> MustBeWhole(string path)
    {
        using StudyDigest digest = new();
        foreach (StudyRow row in Rows())
        {
            digest.Add(row);
            yield return row;
        }

        if (digest.End() != Digest) throw new IOException($"'{path}' does not hold the futures it was finished with; it was changed by hand, or is damaged. Restore it from a copy, or walk its futures again.");
    }

    /// <inheritdoc/>
    public void Dispose() => _link.Dispose();

    private static double[] Absent(int count)
    {
        double[] values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }

    private double[] Column(string sql)
    {
        using SqliteStatement rows = _link.Prepare(sql);
        double[] values = new double[Slice.Count];
        int n = 0;
        while (rows.Next())
        {
            if (n == values.Length) throw new IOException("there are more futures than the file says; it was changed by hand, or is damaged.");
            values[n++] = rows.Number(0);
        }

        return n == values.Length ? values : throw new IOException($"there are {n} futures where the file says {values.Length}; it was changed by hand, or is damaged.");
    }
}
