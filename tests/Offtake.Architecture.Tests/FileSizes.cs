namespace Offtake.Architecture.Tests;

/// <summary>A file should fit in a reader's head.</summary>
public class FileSizes
{
    private const int LongestFile = 600;
    private const int LargestMedian = 120;

    [Fact]
    public void No_source_file_is_longer_than_600_lines() =>
        Repository.Expect($"Longer than {LongestFile} lines:",
            Repository.FilesLike(@"^(src|tests|bench)/.*\.cs$")
                .Select(file => (file, lines: Repository.Lines(file).Length))
                .Where(f => f.lines > LongestFile)
                .Select(f => $"  {f.file}: {f.lines}"));

    [Fact]
    public void The_median_file_under_src_has_at_most_120_lines()
    {
        int[] lengths = [.. Repository.FilesLike(@"^src/.*\.cs$").Select(file => Repository.Lines(file).Length).Order()];
        int median = lengths.Length == 0 ? 0 : lengths[lengths.Length / 2];

        Assert.True(median <= LargestMedian, $"The median file under src/ has {median} lines; the budget is {LargestMedian}.");
    }
}
