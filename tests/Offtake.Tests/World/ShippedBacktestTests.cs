using Offtake.Model.History;
using Offtake.World;

namespace Offtake.Tests.World;

/// <summary>The backtests that are shipped.</summary>
public sealed class ShippedBacktestTests
{
    public static TheoryData<string> All => [.. BacktestReader.Ids(FileFinder.Backtests()!)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_shipped_backtest_is_read_without_errors(string id)
    {
        Reading<Backtest> reading = BacktestReader.Read(FileFinder.Backtests()!, id, FileFinder.Scenarios()!, FileFinder.Worlds()!);
        Assert.True(reading.Succeeded, string.Join('\n', reading.Errors));
    }
}
