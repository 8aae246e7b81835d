using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;

namespace Offtake.Reporting.Sections;

/// <summary>What was built and paid for, what is owed, and what was not paid back.</summary>
internal static class MoneySection
{
    private static readonly (string Kind, string Words)[] Failures =
    [
        ("owners-in-default", "defaults of owners"), ("state-firms-bailed-out", "bailouts of state firms"), ("city-bailed-out", "bailouts of cities"),
        ("closed-for-good", "closures for good"),
    ];

    /// <summary>Writes the section; nothing when the world has no rules of money.</summary>
    public static Markup Write(Report report)
    {
        RunReading run = report.Run;
        if (!run.Finance.Exists) return Markup.None;
        Window whole = new(0, run.Horizon.Months.Count, run.Horizon.Last);
        var million = new Measure(1e-6, "");
        var table = new HtmlTable(
            "Capital and debt by stage and region, million USD over the whole run", "Stage or city", "Region", "#Paid for new capacity", "#Debt at the end", "#Written off by banks",
            "#Paid by treasuries", "#Tax on profit", "#Standing support")
        {
            Trace = run.Trace(ChainVariable.LossesBorne, ChainVariable.TreasuryPaid, ChainVariable.TreasuryReceived, ChainVariable.Capacity, ChainVariable.CityDebt),
        };
        foreach (var group in run.Finance.Entities.GroupBy(e => (
            Name: run.Finance.Key(e, "kind") == "city" ? run.Finance.Key(e, "holder") : run.Finance.Key(e, "stage"), Region: run.Finance.Key(e, "region"))))
        {
            int[] rows = [.. group];
            string Total(string column) => Ranges.InTable(run.Over(f => rows.Sum(e => run.Finance.Sum(f, whole, e, column))), million);
            string debt = Ranges.InTable(run.Over(f => rows.Sum(e => run.Finance.End(f, whole, e, "debt_usd"))), million);
            table.Row(
                run.Name(group.Key.Name), run.Name(group.Key.Region), Total("capital_spent_usd"), debt, Total("written_off_usd"), Total("bailed_out_usd"),
                Total("profit_tax_usd"), Total("support_usd"));
        }

        ILookup<(string, int), Results.RunEvent> events = run.Results.Events.ToLookup(e => (e.Kind, e.Future));
        string counts = string.Join("; ", Failures.Select(k => $"{k.Words} {Ranges.InTable(run.Over(f => events[(k.Kind, f)].Count()), new Measure(1, ""))}"));
        return Report.Paragraph($"What new capacity cost, what owners and cities owe, and what others paid for them. Times per future: {counts}. Standing support is what keeps alive whoever lost money at the opening.")
            + table.Write("numbers");
    }
}
