using Offtake.History.Series;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Ledger;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Opening;

namespace Offtake.History;

/// <summary>Walks a history with given numbers and keeps the series that scores need, and nothing else.</summary>
/// <param name="layout">Structure of the scenario's chain.</param>
/// <param name="scenario">What is walked; shown from the world's first month on.</param>
/// <param name="plan">What is kept.</param>
public sealed class HistoryWalk(ChainLayout layout, Scenario scenario, SeriesPlan plan)
{
    /// <summary>Walks one future from the world's first month.</summary>
    /// <param name="chosen">Numbers by parameter or assumption id.</param>
    /// <param name="last">Last month; null for the scenario's.</param>
    /// <param name="chance">Which future's shocks and other numbers; null for the central one without shocks.</param>
    /// <returns>The path. A future that cannot open, leaks or explodes is not an exception here: the path says why and where it ended.</returns>
    public HistoryPath Walk(IReadOnlyDictionary<string, double> chosen, Month? last = null, Chance? chance = null)
    {
        Scenario asked = scenario with { From = scenario.Chain.First, To = last ?? scenario.To };
        HistoryPath path = new(plan, asked.From, asked.MonthCount);
        ParameterDraw draw = ParameterDraw.With(scenario.Chain.Evidence, chosen, chance);
        try
        {
            path.MonthsWalked = -1;
            foreach (MonthEnd end in MonthlyWalk.Run(layout, asked, chance, draw))
            {
                path.MonthsWalked = end.Month - asked.From;
                for (int s = 0; s < plan.Count; s++) path.Set(s, path.MonthsWalked, plan.Read(s, end.State));
                if (Array.Exists(end.State.Price, p => !double.IsFinite(p.Value))) throw new ArithmeticException($"{end.Month}: a price is not finite.");
            }

            path.MonthsWalked = path.Months;
        }
        catch (Exception failure) when (failure is OpeningException or NotConservedException or ArithmeticException)
        {
            path.Failure = failure.Message;
        }

        return path;
    }
}
