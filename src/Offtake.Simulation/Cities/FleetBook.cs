using Offtake.Model.Quantities;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Cities;

/// <summary>Goods in use by month of deployment: how many, and what they contain. Content stays with its vintage.</summary>
/// <remarks>
/// Eq. CIT-2: retired(t) = Σ over ages a of deployed(t − a) · (S(a − 1) − S(a)). What was in use at the opening has one composition, so that
/// its part of the sum is known beforehand; only vintages of the months walked are kept one by one.
/// </remarks>
public sealed class FleetBook
{
    private readonly OpeningFleet?[] _opening;
    private readonly double[] _openingUse;
    private readonly double[][] _openingContent;
    private readonly double[][] _deployed;
    private readonly double[][] _content;
    private readonly bool[][] _everContained;
    private readonly int _months;

    /// <summary>Lays out the vintages of the months to be walked, and what retires of those before them.</summary>
    public FleetBook(ChainLayout layout, ChainNumbers numbers, DriverPaths paths, int monthsToWalk)
    {
        _opening = OpeningFleet.Of(layout, numbers, paths, monthsToWalk);
        _openingUse = new double[_opening.Length];
        _openingContent = new double[_opening.Length][];
        _deployed = new double[_opening.Length][];
        _content = new double[_opening.Length][];
        _everContained = new bool[_opening.Length][];
        _months = monthsToWalk + 1;
        for (int k = 0; k < _opening.Length; k++)
        {
            if (_opening[k] is null) continue;
            int lanes = layout.ElementsOf[layout.Uses[k].Commodity].Length;
            _openingContent[k] = new double[lanes];
            _deployed[k] = new double[_months];
            _content[k] = new double[lanes * _months];
            _everContained[k] = new bool[lanes];
        }
    }

    /// <summary>Retirement a month at the opening, per unit of opening use a month.</summary>
    public double OpeningRetirementPerUse(int use) => _opening[use] is { } fleet ? fleet.RetiredByMonth[0] : 0.0;

    /// <summary>Goods in use at the opening, per unit of opening use a month.</summary>
    public double OpeningStockPerUse(int use) => _opening[use]?.Stock ?? 0.0;

    /// <summary>Scales the vintages of a use to its opening use a month and gives them one composition.</summary>
    internal void Open(int use, double usePerMonth, ReadOnlySpan<Tonnes> contentPerUnit)
    {
        if (_opening[use] is null) return;
        _openingUse[use] = usePerMonth;
        for (int j = 0; j < contentPerUnit.Length; j++) _openingContent[use][j] = contentPerUnit[j].Value;
    }

    /// <summary>Retires from every vintage what its age takes this month. Month 0 is the first month walked.</summary>
    /// <param name="use">Which use; it must have a life.</param>
    /// <param name="month">Months since the first month walked.</param>
    /// <param name="content">Content retired, by lane of the commodity.</param>
    /// <returns>Amount retired.</returns>
    internal Amount Retire(int use, int month, Span<Tonnes> content)
    {
        OpeningFleet fleet = _opening[use]!;
        double old = _openingUse[use] * fleet.RetiredByMonth[month];

        // Vintages walked that are old enough to retire anything and young enough to be there.
        int oldest = Math.Min(month, fleet.RetiringByAge.Length);
        int count = Math.Max(0, oldest - fleet.YoungestAge + 1);
        ReadOnlySpan<double> share = fleet.RetiringByAge.AsSpan(fleet.RetiringByAge.Length - oldest, count);
        int first = month - oldest;
        for (int j = 0; j < content.Length; j++)
        {
            double recent = _everContained[use][j] ? Cohorts.WeightedSum(share, _content[use].AsSpan((j * _months) + first, count)) : 0.0;
            content[j] = new Tonnes((_openingContent[use][j] * old) + recent);
        }

        return new Amount(old + Cohorts.WeightedSum(share, _deployed[use].AsSpan(first, count)));
    }

    /// <summary>Enters the goods deployed this month as a new vintage.</summary>
    internal void Deploy(int use, int month, Amount amount, ReadOnlySpan<Tonnes> content)
    {
        _deployed[use][month] = amount.Value;
        for (int j = 0; j < content.Length; j++)
        {
            _content[use][(j * _months) + month] = content[j].Value;
            _everContained[use][j] |= content[j].Value != 0.0;
        }
    }

    /// <summary>Whether goods of a use stay in use.</summary>
    internal bool Has(int use) => _opening[use] is not null;
}
