using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;

namespace Offtake.Laws.Tests;

/// <summary>A month asks for no memory: everything it needs was laid out when its future was set up.</summary>
public class AllocationLaws
{
    // The first months load code; after two years every branch of the calendar and of the ledger has been met.
    private const int WarmUpMonths = 24;

    [Theory]
    [InlineData(PriceRule.Cover, true)]
    [InlineData(PriceRule.Cover, false)]
    [InlineData(PriceRule.Ratio, true)]
    public void A_month_allocates_nothing_once_the_walk_is_warm(PriceRule rule, bool isShaken)
    {
        Scenario scenario = ShippedWorld.Baseline with { PriceRule = rule };
        using IEnumerator<MonthEnd> months = MonthlyWalk.Run(ShippedWorld.Layout, scenario, isShaken ? new Chance(1, 3) : null).GetEnumerator();
        for (int month = 0; month < WarmUpMonths; month++) Assert.True(months.MoveNext());

        int walked = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        while (months.MoveNext()) walked++;
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(walked > WarmUpMonths);
        Assert.True(allocated == 0, $"{walked} months allocated {allocated} bytes on the thread that walks them.");
    }
}
