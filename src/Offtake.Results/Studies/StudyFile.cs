using System.Globalization;

namespace Offtake.Results.Studies;

/// <summary>The finished results of a study, or of a slice of it, as one SQLite database. Equal studies give equal bytes, whatever machine or number of workers.</summary>
public static class StudyFile
{
    /// <summary>The name of the file within a study's folder.</summary>
    public const string FileName = "study.sqlite";

    /// <summary>Writes the file, first under another name, so that a half-written file never carries the final one.</summary>
    /// <param name="header">Which study.</param>
    /// <param name="slice">Which of its futures.</param>
    /// <param name="rows">Those futures, in their order.</param>
    /// <param name="path">Final name; no file may bear it yet.</param>
    /// <returns>The digest of the futures.</returns>
    /// <exception cref="IOException">The file exists, or cannot be written.</exception>
    public static string Write(StudyHeader header, StudySlice slice, IEnumerable<StudyRow> rows, string path)
    {
        string digest = "";
        PartFile.Write(path, part => digest = Fill(header, slice, rows, part));
        return digest;
    }

    /// <summary>The digest of futures: a SHA-256 over their numbers in order, the same on every machine.</summary>
    public static string DigestOf(IEnumerable<StudyRow> rows)
    {
        using StudyDigest digest = new();
        foreach (StudyRow row in rows) digest.Add(row);
        return digest.End();
    }

    internal static string Fill(StudyHeader header, StudySlice slice, IEnumerable<StudyRow> rows, string path)
    {
        using SqliteFile file = new(path, StudyTables.SchemaVersion);
        foreach (string sql in StudyTables.Creation(header)) file.Execute(sql);
        StudyTables.Explain(file, header);
        using StudyDigest digest = new();
        using (StudyInsertion insertion = new(header, file.Prepare))
        {
            foreach (StudyRow row in rows)
            {
                insertion.Add(row);
                digest.Add(row);
            }
        }

        string end = digest.End();
        using (SqliteStatement into = file.Into(StudyTables.Header, 2))
        {
            foreach ((string key, string value) in new[]
            {
                ("header", header.ToJson()), ("program", header.Program), ("study", header.Id), ("title", header.Title), ("digest", end),
                ("first_future", (slice.First + 1).ToString(CultureInfo.InvariantCulture)), ("futures", slice.Count.ToString(CultureInfo.InvariantCulture)),
            })
            {
                into.Bind(0, (object)key);
                into.Bind(1, (object)value);
                into.Add();
            }
        }

        file.Commit();
        return end;
    }
}

/// <summary>A run of futures of a study.</summary>
/// <param name="First">The first of them, from 0.</param>
/// <param name="Count">How many.</param>
public readonly record struct StudySlice(int First, int Count)
{
    /// <summary>All futures of a study.</summary>
    public static StudySlice Whole(StudyHeader header) => new(0, header.Futures);

    /// <summary>The future after the last.</summary>
    public int End => First + Count;

    /// <summary>One of equal slices.</summary>
    /// <param name="futures">Number of futures of the study.</param>
    /// <param name="number">Which slice, from 1.</param>
    /// <param name="of">How many slices.</param>
    public static StudySlice Of(int futures, int number, int of)
    {
        int first = (int)((long)futures * (number - 1) / of), end = (int)((long)futures * number / of);
        return new StudySlice(first, end - first);
    }
}
