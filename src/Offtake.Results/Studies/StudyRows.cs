using SQLitePCL;

namespace Offtake.Results.Studies;

/// <summary>Reads the futures of a study out of a database, finished or not, in their order and one at a time.</summary>
internal static class StudyRows
{
    /// <summary>All futures that are there.</summary>
    public static IEnumerable<StudyRow> Of(SqliteLink link, StudyHeader header)
    {
        int inputs = header.Uncertainties.Count, outcomes = header.Outcomes.Count, policies = header.Policies.Count;
        using SqliteStatement input = link.Prepare($"select i.*, r.reason from {StudyTables.Inputs} i left join {StudyTables.Refused} r on r.future = i.future order by i.future");
        using SqliteStatement result = link.Prepare($"select * from {StudyTables.Results} order by future, policy");
        while (input.Next())
        {
            double[] values = new double[inputs], found = new double[policies * outcomes];
            for (int i = 0; i < inputs; i++) values[i] = input.Number(1 + i);
            string? refused = input.Text(1 + inputs);
            if (refused is not null) Array.Fill(found, double.NaN);
            for (int p = 0; p < policies && refused is null; p++)
            {
                if (!result.Next() || result.Int(0) != input.Int(0) || result.Int(1) != p + 1)
                    throw new IOException($"the table of results has no row of its own for future {input.Int(0)} under policy {p + 1}; the file was changed by hand, or is damaged.");
                for (int o = 0; o < outcomes; o++) found[(p * outcomes) + o] = result.Number(2 + o);
            }

            yield return new StudyRow(input.Int(0) - 1, values, found, refused);
        }
    }

    /// <summary>What a database says of itself under a key; null when it says nothing.</summary>
    public static string? Stated(SqliteLink link, string key)
    {
        using SqliteStatement statement = link.Prepare($"select value from {StudyTables.Header} where key = ?");
        statement.Bind(0, (object)key);
        return statement.Next() ? statement.Text(0) : null;
    }

    /// <summary>The header of a database of a study.</summary>
    /// <exception cref="IOException">It is none.</exception>
    public static StudyHeader HeaderOf(SqliteLink link, string path)
    {
        using (SqliteStatement tables = link.Prepare($"select count(*) from sqlite_master where name in ('{StudyTables.Header}', '{StudyTables.Inputs}', '{StudyTables.Results}', '{StudyTables.Refused}')"))
        {
            if (!tables.Next() || tables.Int(0) != 4) throw new IOException($"'{path}' is a database, but not one of a study; name a study.sqlite that 'offtake explore' wrote.");
        }

        return Stated(link, "header") is { } json && StudyHeader.FromJson(json) is { } header
            ? header
            : throw new IOException($"'{path}' does not say which study it belongs to, or another version of the program wrote it; run the study anew.");
    }

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="IOException">There is none, or it is no database.</exception>
    public static SqliteLink Open(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"'{path}' is not there.", path);
        return new SqliteLink(path, raw.SQLITE_OPEN_READONLY);
    }
}
