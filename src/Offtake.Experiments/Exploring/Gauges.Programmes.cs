using Offtake.Simulation;
using Offtake.Simulation.Institutions;

namespace Offtake.Experiments.Exploring;

/// <content>What institutions spent and moved. Where there are none nothing was spent and nothing moved, which is zero and not unknown.</content>
internal static partial class Gauges
{
    /// <summary>Outlay of levers of the institutions asked for, all when none is named, whose payer is among the rows.</summary>
    private static Gauge ProgrammeOutlay(ChainLayout layout, int[] payers, IReadOnlyList<string> institutions)
    {
        var accounts = new MoneyAccounts(layout);
        int regions = layout.Chain.Regions.Count;
        int[] paying = [.. payers.Select(p => p < regions ? accounts.Treasury(p) : accounts.City(p - regions))];
        return s =>
        {
            double usd = 0.0;
            if (s.Programmes is not { } book) return usd;
            for (int d = 0; d < book.Outlay.Length; d++)
            {
                if (!paying.Contains(book.PayerOf[d])) continue;
                if (institutions.Count == 0 || institutions.Contains(book.Institutions[book.InstitutionOf[d]])) usd += book.Outlay[d].Value;
            }

            return usd;
        };
    }

    /// <summary>Tonnes inside what programmes moved of the uses they name.</summary>
    private static Gauge OfProgrammes(ChainLayout layout, int[] uses, EmbodiedThisMonth goods, Func<DemandBook, int, double> units)
    {
        var isAsked = new bool[layout.Uses.Length];
        foreach (int k in uses) isAsked[k] = true;
        return s =>
        {
            double tonnes = 0.0;
            if (s.Programmes is not { } book) return tonnes;
            double[] tonnesPerUnit = goods.TonnesPerUnit(s);
            for (int lot = 0; lot < book.Demand.UseOf.Count; lot++)
            {
                int k = book.Demand.UseOf[lot];
                if (isAsked[k]) tonnes += units(book.Demand, lot) * tonnesPerUnit[layout.Uses[k].Commodity];
            }

            return tonnes;
        };
    }
}
