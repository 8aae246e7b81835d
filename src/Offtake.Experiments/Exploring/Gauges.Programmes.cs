using Offtake.Model.Governance;
using Offtake.Model.Studies;
using Offtake.Simulation;
using Offtake.Simulation.Institutions;

namespace Offtake.Experiments.Exploring;

/// <content>What institutions ordered, spent and moved. Where there are none nothing was spent and nothing moved, which is zero and not unknown.</content>
internal static partial class Gauges
{
    /// <summary>Sum over the levers asked for, all when none is named, whose payer is among the rows.</summary>
    private static Gauge OfLevers(ChainLayout layout, int[] payers, Measurement measurement, Func<ProgrammeBook, int, double> value)
    {
        IReadOnlyList<string> levers = Selection.Levers(layout.Chain, measurement);
        var accounts = new MoneyAccounts(layout);
        int regions = layout.Chain.Regions.Count;
        int[] paying = [.. payers.Select(p => p < regions ? accounts.Treasury(p) : accounts.City(p - regions))];
        return s =>
        {
            double sum = 0.0;
            if (s.Programmes is not { } book) return sum;
            for (int d = 0; d < book.Outlay.Length; d++)
            {
                if (Array.IndexOf(paying, book.PayerOf[d]) >= 0 && IsAsked(levers, book, d)) sum += value(book, d);
            }

            return sum;
        };
    }

    /// <summary>Tonnes inside what programmes moved of the uses they name.</summary>
    private static Gauge OfProgrammes(ChainLayout layout, int[] uses, Measurement measurement, EmbodiedThisMonth goods, Func<ProgrammeBook, int, double> units)
    {
        IReadOnlyList<string> levers = Selection.Levers(layout.Chain, measurement);
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
                if (isAsked[k] && IsAsked(levers, book, book.Demand.LeverOf[lot])) tonnes += units(book, lot) * tonnesPerUnit[layout.Uses[k].Commodity];
            }

            return tonnes;
        };
    }

    /// <remarks>Eq. DIS-12: announced = ordered · announced strength / strength carried out.</remarks>
    private static double Announced(ProgrammeBook book, int lot)
    {
        int d = book.Demand.LeverOf[lot];
        return book.Strength[d] > 0.0 ? book.Demand.Ordered[lot].Value * (book.Ordered[d] / book.Strength[d]) : 0.0;
    }

    /// <remarks>Eq. DIS-13: refused strength over what was ordered, by lever.</remarks>
    private static double Share(double[] refused, ProgrammeBook book, int d) => book.Ordered[d] > 0.0 ? refused[d] / book.Ordered[d] : 0.0;

    private static bool IsAsked(IReadOnlyList<string> levers, ProgrammeBook book, int d)
    {
        if (levers.Count == 0) return true;
        string institution = book.Institutions[book.InstitutionOf[d]], instrument = InstrumentName.Of(book.InstrumentOf[d]);
        for (int i = 0; i < levers.Count; i++)
        {
            if (levers[i] == institution || levers[i] == instrument) return true;
        }

        return false;
    }
}
