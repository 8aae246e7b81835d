using Offtake.Results.Weighing;
using Offtake.Tests.Results;
using static Offtake.Tests.Weighing.WineWeighing;

namespace Offtake.Tests.Weighing;

/// <summary>How weighings are kept.</summary>
public sealed class WeighingFileTests
{
    [Fact]
    public void What_is_written_can_be_read_again()
    {
        string text = WeighingFile.Text(Weigh(Plan(Committee(), Baseline(), 3, Used, Outlay)));

        Assert.Equal(text, WeighingFile.Text(WeighingFile.Read(text)!));
        Assert.Null(WeighingFile.Read("{}"));
        Assert.Null(WeighingFile.Read("no json"));
    }

    [Fact]
    public void The_newest_weighing_of_the_same_files_is_found_and_one_of_other_files_is_called_outdated()
    {
        using ScratchFolder runs = new();
        EvidenceWeighing old = Weigh(Plan(Baseline(), pairs: 2)), later = old with { Made = "2026-12-01T10:00:00+00:00" };
        WeighingShelf.Keep(runs.Path, old);
        WeighingShelf.Keep(runs.Path, later);

        KeptWeighing same = WeighingShelf.Newest(runs.Path, old.Scenario, "", old.Sha256)!, other = WeighingShelf.Newest(runs.Path, old.Scenario, "", "changed")!;
        Assert.Equal(later.Made, same.Weighing.Made);
        Assert.False(same.IsOutdated);
        Assert.True(other.IsOutdated);
        Assert.Null(WeighingShelf.Newest(runs.Path, old.Scenario, "somebody", old.Sha256));
    }
}
