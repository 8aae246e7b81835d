using Offtake.Model.Quantities;
using Offtake.Simulation.Institutions;

namespace Offtake.Simulation.Logistics;

/// <summary>Of what is asked for in a market, at most a share may come over the routes that a content rule names together.</summary>
/// <remarks>
/// Eq. LOG-8: F' = F · min(1, (1 − s) · orders of the destination / Σ F over the routes of the rule into it). A route under several rules is held to the
/// strictest. What is refused shows up as held up, and habit learns of the trade that is left, not of the wish.
/// </remarks>
internal static class ContentRules
{
    public static void Apply(ChainState state)
    {
        List<Directive> rules = state.Policies.ContentRules;
        if (rules.Count == 0) return;
        MonthFlows month = state.Months;
        int[] routeTo = state.Layout.RouteTo;
        Span<double> allowed = month.AllowedShare;
        Span<double> asked = month.Working(0, month.OrdersOfMarket.Length);
        allowed.Fill(1.0);
        foreach (Directive rule in rules)
        {
            asked.Clear();
            for (int i = 0; i < rule.Targets.Count; i++) asked[routeTo[rule.Targets[i].Index]] += month.Requested[rule.Targets[i].Index].Value;
            for (int i = 0; i < rule.Targets.Count; i++)
            {
                int q = rule.Targets[i].Index;
                double most = (1.0 - rule.Strength) * month.OrdersOfMarket[routeTo[q]].Value;
                if (asked[routeTo[q]] > most) allowed[q] = Math.Min(allowed[q], most / asked[routeTo[q]]);
            }
        }

        for (int q = 0; q < allowed.Length; q++)
        {
            if (allowed[q] == 1.0) continue;
            Amount asks = month.Requested[q];
            month.Requested[q] = asks * allowed[q];
            month.HeldUp[q] += asks - month.Requested[q];
        }
    }
}
