using Offtake.Experiments;
using Offtake.Model.Chain;
using Offtake.Reporting;
using Offtake.Results;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Tests.Experiments;

/// <summary>What a run shows of debts, defaults and capital.</summary>
public class MoneyRecordingTests
{
    // Owners who owe more than a thousandth of their turnover are in default; makers close as soon as they earn less than 1.5 times their cost, and soon for good.
    private static readonly (string, double)[] Harsh =
    [
        ("default.debt-over-turnover", 0.001), ("owner.close-ratio", 1.5), ("owner.reopen-ratio", 9), ("owner.close-months", 2), ("owner.exit-months", 12),
    ];

    private static RunResults Run(bool financed, int workers = 2)
    {
        ValueChain chain = TinyChain.Draft(scatter: 0.05).Build();
        chain = chain with { Facilities = [.. chain.Facilities.Select(f => f with { IsExpandable = true })] };
        if (financed) chain = MoneyRules.In(chain, 2.0, Harsh);
        return new Ensemble(TinyChain.Scenario(chain, 36), new RunPlan(3, 4, workers)).Run();
    }

    [Fact]
    public void Defaults_and_closures_are_events_counted_by_future_and_what_they_cost_stands_in_the_panel()
    {
        RunResults results = Run(financed: true);
        Assert.Contains(results.Events, e => e.Kind == "owners-in-default" && e.Amount > 0.0);
        Assert.Contains(results.Events, e => e.Kind == "closed-for-good" && e.Amount > 0.0);
        Panel finance = results.Panels["finance"];
        RunEvent first = results.Events.First(e => e.Kind == "owners-in-default");
        int entity = finance.Entities.ToList().FindIndex(e => e[0] == first.Subject);
        Assert.Equal(first.Amount, finance[first.Future, first.Month - results.Manifest.From, entity, finance.ColumnOf("written_off_usd")]);
        Assert.True(results.Conservation.MaxRelativeMoneyGap < 1e-12);
    }

    [Fact]
    public void The_report_has_a_section_on_money_where_there_is_any()
    {
        Assert.Contains("id=\"money\"", Write(Run(financed: true)));
        RunResults plain = Run(financed: false);
        Assert.False(plain.Panels.ContainsKey("finance"));
        Assert.DoesNotContain("id=\"money\"", Write(plain));
    }

    [Fact]
    public void Money_is_the_same_on_any_number_of_workers() => Assert.Equal(Run(true, 1).Manifest.Digests, Run(true, 3).Manifest.Digests);

    private static string Write(RunResults results)
    {
        using var page = new StringWriter();
        RunReport.Write(results, page);
        return page.ToString();
    }
}
