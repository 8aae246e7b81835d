using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Cities;

/// <summary>Goods in use by month of deployment: how many, and what they contain. Content stays with its vintage.</summary>
/// <remarks>Eq. CIT-2: retired(t) = Σ over ages a of deployed(t − a) · (S(a − 1) − S(a)).</remarks>
public sealed class FleetBook
{
    private readonly double[]?[] _dropReversed;
    private readonly double[]?[] _deployed;
    private readonly double[]?[][] _content;
    private readonly double[] _openingRetirementPerUse;
    private readonly double[] _openingStockPerUse;

    /// <summary>Lays out vintages far enough back for the oldest goods in use at the opening.</summary>
    public FleetBook(ChainLayout layout, ChainNumbers numbers, DriverPaths paths, int monthsToWalk)
    {
        IReadOnlyList<Use> uses = layout.Chain.Uses;
        _dropReversed = new double[uses.Count][];
        _deployed = new double[uses.Count][];
        _content = new double[uses.Count][][];
        _openingRetirementPerUse = new double[uses.Count];
        _openingStockPerUse = new double[uses.Count];
        var curves = new Dictionary<(double, double), (double[] Share, double[] DropReversed)>();
        for (int k = 0; k < uses.Count; k++)
        {
            if (uses[k].Life is null) continue;
            (double[] share, double[] drop) = CurveOf(numbers.LifeMeanYears[k], numbers.LifeSdYears[k], curves);
            int ages = drop.Length;
            _dropReversed[k] = drop;
            _deployed[k] = new double[ages + monthsToWalk + 1];
            _content[k] = [.. layout.ElementsOf[uses[k].Commodity].Select(_ => new double[ages + monthsToWalk + 1])];
            for (int v = 0; v < ages; v++)
            {
                // Vintage v was deployed (ages − v − 1) months before the opening month's end.
                double index = paths.Index(uses[k].Driver, layout.Chain.Opening + (v + 1 - ages));
                _deployed[k]![v] = index;
                _openingStockPerUse[k] += index * share[ages - 1 - v];
            }

            _openingRetirementPerUse[k] = Cohorts.Retired(drop, _deployed[k]!, 0);
        }
    }

    /// <summary>Share in use by age, and what retires by age, the oldest first. Uses of one life share one curve.</summary>
    private static (double[] Share, double[] DropReversed) CurveOf(
        double mean, double sd, Dictionary<(double, double), (double[] Share, double[] DropReversed)> known)
    {
        if (known.TryGetValue((mean, sd), out (double[], double[]) curve)) return curve;
        double[] share = Survival.ByMonth(mean, sd);
        return known[(mean, sd)] = (share, Cohorts.RetiringByAge(share));
    }

    /// <summary>Retirement a month at the opening, per unit of opening use a month.</summary>
    public double OpeningRetirementPerUse(int use) => _openingRetirementPerUse[use];

    /// <summary>Goods in use at the opening, per unit of opening use a month.</summary>
    public double OpeningStockPerUse(int use) => _openingStockPerUse[use];

    /// <summary>Scales the vintages of a use to its opening use a month and gives them one composition.</summary>
    internal void Open(int use, double usePerMonth, ReadOnlySpan<Tonnes> contentPerUnit)
    {
        if (_deployed[use] is not { } deployed) return;
        int ages = _dropReversed[use]!.Length;
        for (int v = 0; v < ages; v++)
        {
            deployed[v] *= usePerMonth;
            for (int j = 0; j < contentPerUnit.Length; j++) _content[use][j]![v] = deployed[v] * contentPerUnit[j].Value;
        }
    }

    /// <summary>Retires from every vintage what its age takes this month. Month 0 is the first month walked.</summary>
    /// <param name="use">Which use; it must have a life.</param>
    /// <param name="month">Months since the first month walked.</param>
    /// <param name="content">Content retired, by lane of the commodity.</param>
    /// <returns>Amount retired.</returns>
    internal Amount Retire(int use, int month, Span<Tonnes> content)
    {
        double[] drop = _dropReversed[use]!;
        for (int j = 0; j < content.Length; j++) content[j] = new Tonnes(Cohorts.Retired(drop, _content[use][j]!, month));
        return new Amount(Cohorts.Retired(drop, _deployed[use]!, month));
    }

    /// <summary>Enters the goods deployed this month as a new vintage.</summary>
    internal void Deploy(int use, int month, Amount amount, ReadOnlySpan<Tonnes> content)
    {
        int v = _dropReversed[use]!.Length + month;
        _deployed[use]![v] = amount.Value;
        for (int j = 0; j < content.Length; j++) _content[use][j]![v] = content[j].Value;
    }

    /// <summary>Whether goods of a use stay in use.</summary>
    internal bool Has(int use) => _dropReversed[use] is not null;
}
