using Offtake.History;
using Offtake.Model.History;

namespace Offtake.Tests.History;

/// <summary>Fits on disk: nobody's line is lost.</summary>
public sealed class FitFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("offtake-fits-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Searches_that_end_at_the_same_time_keep_all_their_lines()
    {
        const int Searches = 40;
        Parallel.For(0, Searches, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => FitFiles.Write(_folder, Fit((ulong)i, loss: i)));
        string[] lines = File.ReadAllLines(Path.Combine(_folder, "fits.csv"));
        Assert.Equal(Searches + 1, lines.Length);
        Assert.Equal(Searches, Directory.GetFiles(Path.Combine(_folder, "fits")).Length);
        Assert.Equal(["fits.csv"], Directory.GetFiles(_folder).Select(f => Path.GetFileName(f)));
    }

    [Fact]
    public void A_fit_of_the_same_name_is_replaced_not_repeated()
    {
        FitFiles.Write(_folder, Fit(1, loss: 2.0));
        FitFiles.Write(_folder, Fit(1, loss: 1.0));
        Assert.Equal(["dated-full-1,dated,full,1,1,0,0,world"], File.ReadAllLines(Path.Combine(_folder, "fits.csv")).Skip(1));
    }

    private static Fit Fit(ulong seed, double loss) =>
        new($"dated-full-{seed}", "dated", Backtest.FullWindow, seed, loss, 0.0, 0.0, "world", new Dictionary<string, double> { ["@a"] = 1.0 });
}
