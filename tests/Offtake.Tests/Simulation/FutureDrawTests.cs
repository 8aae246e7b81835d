using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Opening;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Tests.Simulation;

/// <summary>Futures whose first draw cannot be true (EVI-3).</summary>
public class FutureDrawTests
{
    private const int Futures = 40;

    [Fact]
    public void A_draw_that_uses_more_than_it_makes_is_drawn_anew_and_others_are_not_touched()
    {
        (Scenario scenario, ChainLayout layout) = WithMotors(factorLow: 0.5, factorHigh: 1.5);

        int redrawn = 0;
        for (int i = 0; i < Futures; i++)
        {
            ChainState kept = FutureDraw.Of(layout, scenario, new Chance(3, i)).State;
            ChainState? first = FirstDraw(layout, scenario, i);
            Assert.Equal(first is null, kept.DrawsRejected > 0);
            if (first is not null) Assert.Equal(first.ReferenceUse.Select(u => u.Value), kept.ReferenceUse.Select(u => u.Value));
            redrawn += kept.DrawsRejected > 0 ? 1 : 0;
        }

        Assert.InRange(redrawn, 5, Futures - 5);
    }

    [Fact]
    public void A_world_that_can_never_balance_says_so()
    {
        (Scenario scenario, ChainLayout layout) = WithMotors(factorLow: 1.3, factorHigh: 1.5);

        OpeningException refusal = Assert.Throws<OpeningException>(() => FutureDraw.Of(layout, scenario, new Chance(3, 0)));

        Assert.Contains("exceed what is made", refusal.Message, StringComparison.Ordinal);
    }

    private static ChainState? FirstDraw(ChainLayout layout, Scenario scenario, int future)
    {
        try
        {
            return new Future(layout, scenario, new Chance(3, future)).State;
        }
        catch (OpeningException)
        {
            return null;
        }
    }

    /// <summary>The tiny chain with motors bought abroad that take between two shares of all oxide there is.</summary>
    private static (Scenario Scenario, ChainLayout Layout) WithMotors(double factorLow, double factorHigh)
    {
        ValueChain chain = TinyChain.Draft().Build();
        Future central = TinyChain.Open(chain);
        int k = chain.Uses.ToList().FindIndex(u => u.AmountPerYear is not null && chain.Processes.Any(p => p.Output == u.Commodity));
        double all = AllThatCanBeMade(chain, central, k);
        Parameter amount = Parameter.Sourced(
            "uses/motors-drawn/amount", all, "motor", Spread.Uniform(all * factorLow, all * factorHigh), chain.Evidence.Sources, "test");
        EvidenceLedger ledger = chain.Evidence;
        chain = chain with
        {
            Uses = [.. chain.Uses.Select((u, i) => i == k ? u with { AmountPerYear = amount } : u)],
            Evidence = new EvidenceLedger(ledger.Sources, ledger.Assumptions, ledger.Claims, [.. ledger.Parameters, amount]),
        };
        Scenario scenario = TinyChain.Scenario(chain);
        return (scenario, new ChainLayout(scenario.Chain));
    }

    /// <summary>Yearly amount of a use that would leave nothing to the use that closes the balance of the oxide it is made of.</summary>
    private static double AllThatCanBeMade(ValueChain chain, Future central, int use)
    {
        ProcessInput input = chain.Processes.Single(p => p.Output == chain.Uses[use].Commodity && p.Drive == Drive.Orders).Inputs[0];
        double left = Enumerable.Range(0, chain.Uses.Count).Where(k => chain.Uses[k].Closes == input.Commodity).Sum(k => central.State.ReferenceUse[k].Value);
        double perUnit = input.Rate.Value;
        return 12.0 * (central.State.ReferenceUse[use].Value + (left / perUnit));
    }
}
