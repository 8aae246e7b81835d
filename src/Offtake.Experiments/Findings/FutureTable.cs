using Offtake.Results.Studies;
using Offtake.Simulation.Nature;

namespace Offtake.Experiments.Findings;

/// <summary>The futures of a study as findings look at them: which are draws of their own, and where they lie among the uncertainties.</summary>
internal sealed class FutureTable
{
    private readonly double[][] _inputs;

    public FutureTable(StudyResults results)
    {
        Header = results.Header;
        Futures = results.Slice.Count;
        HashSet<int> refused = [.. results.Refused().Select(r => r.Future)];
        Block = Header.Sampling.FuturesInBlock(Header.Uncertainties.Count);
        Rows = [.. Enumerable.Range(0, Futures).Where(f => (Block == 1 || f % Block == 0 || f % Block == Block - 1) && !refused.Contains(f))];
        _inputs = [.. Enumerable.Range(0, Header.Uncertainties.Count).Select(u => At(results.Input(u)))];
        Orders = [.. _inputs.Select(Order)];
    }

    public StudyHeader Header { get; }

    /// <summary>All futures, walked or not.</summary>
    public int Futures { get; }

    /// <summary>Futures in a block of a design of pairs; 1 where every future stands alone.</summary>
    public int Block { get; }

    /// <summary>Futures that are draws of their own and were walked. In a block of pairs these are the first and the last: the others differ from them in one input only.</summary>
    public int[] Rows { get; }

    /// <summary>By uncertainty, the places of <see cref="Rows"/> in rising order of its value.</summary>
    public int[][] Orders { get; }

    public int Inputs => _inputs.Length;

    /// <summary>Values of an uncertainty in those futures.</summary>
    public double[] Input(int uncertainty) => _inputs[uncertainty];

    /// <summary>A column of all futures at those futures.</summary>
    public double[] At(double[] column) => [.. Rows.Select(r => column[r])];

    /// <summary>Places of a random part of those futures, in their order: all of them where there are no more than asked for.</summary>
    public int[] Part(int most)
    {
        int[] all = [.. Enumerable.Range(0, Rows.Length)];
        if (all.Length <= most) return all;
        Chance chance = new(1, 0);
        double[] keys = [.. all.Select(i => chance.UnitOfDraw(0, (ulong)Rows[i]))];
        Array.Sort(keys, all);
        return [.. all.Take(most).Order()];
    }

    private static int[] Order(double[] values)
    {
        double[] keys = [.. values];
        int[] places = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(keys, places);
        return places;
    }
}
