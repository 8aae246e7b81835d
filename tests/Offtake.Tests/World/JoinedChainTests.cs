using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Tests.Cli;

namespace Offtake.Tests.World;

/// <summary>Two chains walked together: the blank forms and a chain of lithium, in one home region, with one town that runs both fleets.</summary>
public sealed class JoinedChainTests : IDisposable
{
    private const int Months = 36;

    private readonly TinyWorld _world = new();
    private readonly Shell _shell = new();

    public JoinedChainTests()
    {
        _shell.GoTo(_world);
        foreach (string name in new[] { "forms", "lithium" }) Assert.Equal(0, _shell.Run("new", "world", name).ExitCode);
        foreach ((string file, string text) in LithiumTables.Files) File.WriteAllText(Path.Combine(_world.Worlds, "lithium", file), text);

        // A town rich enough for both: what it buys for one chain is then not missed in the other.
        foreach (string name in new[] { "forms", "lithium" })
        {
            string cities = Path.Combine(_world.Worlds, name, "cities.csv");
            File.WriteAllText(cities, File.ReadAllText(cities).Replace(",400000000,", ",4000000000,", StringComparison.Ordinal));
        }

        _world.WriteScenario("both", "scenario: both\ntitle: Both\nworlds: [forms, lithium]\ncalendar: as-enacted\n");
    }

    public void Dispose()
    {
        _shell.Dispose();
        _world.Dispose();
    }

    [Fact]
    public void Chains_that_share_only_places_move_as_they_would_alone()
    {
        double[] forms = Prices("forms"), lithium = Prices("lithium"), both = Prices("both");
        int markets = forms.Length / Months, others = lithium.Length / Months;
        for (int i = 0; i < both.Length; i++)
        {
            (int month, int m) = Math.DivRem(i, markets + others);
            double alone = m < markets ? forms[(month * markets) + m] : lithium[(month * others) + m - markets];
            Assert.True(Math.Abs(both[i] - alone) <= 1e-9 * Math.Abs(alone), $"month {month}, market {m}: {both[i]:R} and {alone:R}");
        }
    }

    [Fact]
    public void A_shared_city_pays_for_both_fleets_out_of_one_budget()
    {
        double RunningCost(string scenario) => Walk(scenario).Last().RunningCost;
        double forms = RunningCost("forms"), lithium = RunningCost("lithium");
        Assert.True(forms > 0.0 && lithium > 0.0);
        Assert.Equal(forms + lithium, RunningCost("both"), 1e-6 * forms);
        Assert.Single(_world.Scenario("both").Chain.Cities);
    }

    private double[] Prices(string scenario) => [.. Walk(scenario).SelectMany(m => m.Prices)];

    private List<(double[] Prices, double RunningCost)> Walk(string id)
    {
        Scenario scenario = _world.Scenario(id);
        return [.. MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, null).Take(Months)
            .Select(end => (end.State.Price.Select(p => p.Value).ToArray(), end.State.Months.RunningCost.Sum(c => c.Value)))];
    }
}
