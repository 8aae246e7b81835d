using System.Text.Json;
using Offtake.Cli;
using Offtake.Tests.Cli;

namespace Offtake.Tests.Comparing;

/// <summary>DIS-11 on shipped scenarios: money is made equal, or it is said why not.</summary>
public sealed class EqualMoneyTests
{
    [Fact]
    public void Every_scenario_with_programmes_is_brought_to_the_money_of_the_cheapest_or_left_out_because_its_offices_cost_more()
    {
        using Shell shell = new();
        Said said = shell.Run("compare", "baseline", "yuecheng", "western-toolkit", "full-system", "--futures", "2", "--equal-money", "--out", "out");
        Assert.True(said.ExitCode == ExitCodes.Done, said.Error);

        JsonElement money = shell.Json("out/compare.json").GetProperty("money");
        double target = money.GetProperty("usd").GetDouble();
        JsonElement[] factors = [.. money.GetProperty("factors").EnumerateArray()], leftOut = [.. money.GetProperty("leftOut").EnumerateArray()];
        string[] named = [money.GetProperty("cheapest").GetString()!, .. factors.Concat(leftOut).Select(f => f.GetProperty("scenario").GetString()!)];
        Assert.Equal(["full-system", "western-toolkit", "yuecheng"], named.Order(StringComparer.Ordinal));
        Assert.NotEmpty(factors);
        Assert.All(factors, f => Assert.InRange(f.GetProperty("factor").GetDouble(), 1e-6, 1.0));
        Assert.All(factors, f => Assert.Equal(f.GetProperty("equal").GetBoolean(), Math.Abs(f.GetProperty("usd").GetDouble() - target) <= 0.01 * target));
        Assert.All(leftOut, f => Assert.True(f.GetProperty("usd").GetDouble() > 1.01 * target));
        string page = File.ReadAllText(shell["out/report.html"]);
        Assert.All(leftOut, _ => Assert.Contains("is left out: what is not scaled costs", page, StringComparison.Ordinal));
    }
}
