using System.Collections.Concurrent;
using System.Text;
using Offtake.Model.Chain;
using Offtake.World;

namespace Offtake.Tests.World.Mutations;

/// <summary>Every column of every shipped world is spoilt in every way that comes to mind. Nothing passes without a word, unless a reason stands in <see cref="SilentPass"/>.</summary>
public class CellMutationTests
{
    private const int Together = 16;

    public static TheoryData<string> Worlds => [.. ShippedFolders.Worlds];

    [Theory]
    [MemberData(nameof(Worlds))]
    public void No_spoilt_cell_of_a_shipped_world_passes_without_a_word(string folder)
    {
        using MutatedWorld first = new(folder);
        Spoilt[] all = [.. first.Sheets.SelectMany(sheet => CellSpoiling.Of(sheet, first.Kinds)).Where(s => !SilentPass.All.Any(p => p.Covers(s)))];
        Assert.True(all.Length > 500, $"Only {all.Length} places were found to spoil.");

        ConcurrentBag<string> missed = [];
        Parallel.ForEach(Batches(all), new ParallelOptions { MaxDegreeOfParallelism = 4 }, () => new MutatedWorld(folder), (batch, _, world) =>
        {
            foreach (string miss in Misses(batch, world)) missed.Add(miss);
            return world;
        }, world => world.Dispose());

        Assert.True(missed.IsEmpty, $"{missed.Count} of {all.Length}:\n" + string.Join('\n', missed.Order(StringComparer.Ordinal).Take(400)));
    }

    // Spoilt places in different files are read together; what is not found so is spoilt once more alone.
    private static IEnumerable<string> Misses(Spoilt[] batch, MutatedWorld world)
    {
        Reading<ValueChain> together = Read(batch, world);
        foreach (Spoilt spoilt in batch)
        {
            if (batch.Length > 1 && spoilt.Miss(together) is null) continue;
            if (spoilt.Miss(Read([spoilt], world)) is { } miss) yield return $"{spoilt}: {miss}";
        }
    }

    private static Reading<ValueChain> Read(Spoilt[] batch, MutatedWorld world) =>
        world.With([.. batch.Select(s => (s.Sheet.Name, Encoding.UTF8.GetBytes(s.Sheet.Text())))]);

    private static IEnumerable<Spoilt[]> Batches(Spoilt[] all)
    {
        Queue<Spoilt>[] bySheet = [.. all.GroupBy(s => s.Sheet.Name).Select(g => new Queue<Spoilt>(g))];
        while (bySheet.Any(q => q.Count > 0))
            yield return [.. bySheet.Where(q => q.Count > 0).OrderByDescending(q => q.Count).Take(Together).Select(q => q.Dequeue())];
    }
}
