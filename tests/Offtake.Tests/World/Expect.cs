using Offtake.World;

namespace Offtake.Tests.World;

/// <summary>Looks for a problem in a reading, and shows all of them when it is not there.</summary>
internal static class Expect
{
    /// <summary>There is an error in a file at a line whose sentence contains all fragments.</summary>
    public static Problem Error<T>(Reading<T> reading, string file, int line, params string[] fragments)
        where T : class
    {
        Assert.Null(reading.Value);
        return Find(reading, Severity.Error, file, line, fragments);
    }

    /// <summary>There is such a warning.</summary>
    public static Problem Warning<T>(Reading<T> reading, string file, int line, params string[] fragments)
        where T : class => Find(reading, Severity.Warning, file, line, fragments);

    /// <summary>There is exactly one error, and it is this one.</summary>
    public static Problem OnlyError<T>(Reading<T> reading, string file, int line, params string[] fragments)
        where T : class
    {
        Problem found = Error(reading, file, line, fragments);
        Assert.True(reading.Errors.Count() == 1, Listing(reading));
        return found;
    }

    private static Problem Find<T>(Reading<T> reading, Severity severity, string file, int line, string[] fragments)
        where T : class
    {
        Problem? found = reading.Problems.FirstOrDefault(p => p.Severity == severity && p.File.EndsWith(file, StringComparison.Ordinal) && p.Line == line
            && fragments.All(f => p.ToString().Contains(f, StringComparison.Ordinal)));
        Assert.True(found is not null, $"No {severity} at {file}:{line} with [{string.Join("] [", fragments)}] among:\n{Listing(reading)}");
        return found;
    }

    private static string Listing<T>(Reading<T> reading)
        where T : class => string.Join('\n', reading.Problems.Select(p => $"{p.Severity} {p}"));
}
