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
    private readonly double[] _openingContent;
    private readonly int[] _column;
    private readonly Vintages _walked;

    /// <summary>Lays out the vintages of the months to be walked, and what retires of those before them.</summary>
    public FleetBook(ChainLayout layout, ChainNumbers numbers, DriverPaths paths, int monthsToWalk)
    {
        _opening = OpeningFleet.Of(layout, numbers, paths, monthsToWalk);
        _openingUse = new double[_opening.Length];
        _column = new int[_opening.Length];
        int[] uses = layout.Lists.Fleets;
        Span<int> columns = stackalloc int[uses.Length];
        var retiringAtAge = new double[uses.Length][];
        int all = 0;
        for (int i = 0; i < uses.Length; i++)
        {
            retiringAtAge[i] = _opening[uses[i]]!.RetiringAtAge;
            columns[i] = layout.ElementsOf[layout.Uses[uses[i]].Commodity].Length + 1;
        }

        _walked = new Vintages(retiringAtAge, columns, monthsToWalk + 1);
        for (int i = 0; i < uses.Length; i++)
        {
            _column[uses[i]] = _walked.First[i];
            all = _walked.First[i] + columns[i];
        }

        _openingContent = new double[all];
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
        for (int j = 0; j < contentPerUnit.Length; j++) _openingContent[_column[use] + 1 + j] = contentPerUnit[j].Value;
    }

    /// <summary>Retires from every vintage what its age takes this month. Month 0 is the first month walked; months come in their order.</summary>
    /// <param name="use">Which use; it must have a life.</param>
    /// <param name="month">Months since the first month walked.</param>
    /// <param name="content">Content retired, by lane of the commodity.</param>
    /// <returns>Amount retired.</returns>
    internal Amount Retire(int use, int month, Span<Tonnes> content)
    {
        ReadOnlySpan<double> retiring = _walked.RetiringIn(month).Slice(_column[use], content.Length + 1);
        double old = _openingUse[use] * _opening[use]!.RetiredByMonth[month];
        ReadOnlySpan<double> contentPerUnit = _openingContent.AsSpan(_column[use], retiring.Length);
        for (int j = 0; j < content.Length; j++) content[j] = new Tonnes((contentPerUnit[j + 1] * old) + retiring[j + 1]);
        return new Amount(old + retiring[0]);
    }

    /// <summary>Enters the goods deployed this month as a new vintage.</summary>
    internal void Deploy(int use, int month, Amount amount, ReadOnlySpan<Tonnes> content)
    {
        Span<double> deployed = _walked.DeployedIn(month).Slice(_column[use], content.Length + 1);
        deployed[0] = amount.Value;
        for (int j = 0; j < content.Length; j++) deployed[j + 1] = content[j].Value;
    }

    /// <summary>Whether goods of a use stay in use.</summary>
    internal bool Has(int use) => _opening[use] is not null;
}
