using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions;

/// <summary>An institution that sets a production quota and reviews it by what it sees of a market.</summary>
/// <remarks>
/// Eq. INS-1: ln Q' = ln Q + n/12 · clamp(w_P · ln(P12 / P60) + w_D · ln(O12 / O12 a year before), ± limit), every n months from its start on.
/// The first quota is the one in force just before, or what the facilities did in twelve months where there was none.
/// </remarks>
internal sealed class QuotaReview
{
    private const int Year = 12;

    // Five years: what an institution takes for the usual price moves more slowly than any boom it answers to.
    private const double ReferenceMonths = 60.0;

    private readonly Measure _measure;
    private readonly ClosedFigures _seen;
    private readonly ValueChain _chain;
    private readonly ChainNumbers _numbers;
    private readonly double _priceWeight;
    private readonly int _everyMonths;
    private readonly int _market;
    private readonly int[] _facilities;
    private readonly Trailing _price = new(Year);
    private readonly Trailing _orders = new(2 * Year);
    private readonly Trailing[] _activity;
    private double _logReference = double.NaN;

    public QuotaReview(Measure measure, double priceWeight, ClosedFigures seen, ValueChain chain, ChainNumbers numbers)
    {
        (_measure, _priceWeight, _seen, _chain, _numbers) = (measure, priceWeight, seen, chain, numbers);
        _everyMonths = (int)Math.Round(numbers.Behaviour.QuotaReviewMonths);
        _market = measure.Targets.Single(t => t.Kind == TargetKind.Market).Index;
        _facilities = [.. measure.Targets.Where(t => t.Kind == TargetKind.Facility).Select(t => t.Index)];
        _activity = [.. _facilities.Select(_ => new Trailing(Year))];
    }

    /// <summary>The quota in force, activity a year; NaN while the measure is not in force.</summary>
    public double QuotaPerYear { get; private set; } = double.NaN;

    /// <summary>Looks at last month and decides about this one.</summary>
    /// <param name="month">The month that begins.</param>
    /// <param name="isInForce">Whether the measure is in force in it.</param>
    /// <param name="isFrozen">Whether nothing from outside moves: then the first quota stays.</param>
    /// <returns>Whether the quota changed.</returns>
    public bool Decide(Month month, bool isInForce, bool isFrozen)
    {
        bool hasClosed = month > _chain.First;
        if (hasClosed) Look();
        bool isFirst = isInForce && double.IsNaN(QuotaPerYear);
        bool isDue = !isFrozen && hasClosed && (month - _measure.Start) % _everyMonths == 0;
        if (!isInForce) QuotaPerYear = double.NaN;
        else if (isFirst) QuotaPerYear = JustBefore(month);
        else if (isDue) QuotaPerYear *= Math.Exp(LogChangePerYear() * _everyMonths / Year);
        return isInForce && (isFirst || isDue);
    }

    private void Look()
    {
        double price = _seen.Price[_market].Value;
        _price.Add(price);
        _orders.Add(_seen.Orders[_market].Value);
        for (int i = 0; i < _facilities.Length; i++) _activity[i].Add(_seen.Activity[_facilities[i]].Value);
        _logReference = double.IsNaN(_logReference) ? Math.Log(price) : _logReference + ((Math.Log(price) - _logReference) / ReferenceMonths);
    }

    private double JustBefore(Month month)
    {
        double perYear = 0.0;
        for (int i = 0; i < _facilities.Length; i++)
        {
            int f = _facilities[i];
            double quota = _seen.QuotaPerMonth[f].Value;
            if (double.IsFinite(quota)) perYear += quota * Year;
            else if (month > _chain.First) perYear += _activity[i].Sum(Year);
            else perYear += (month > _chain.Opening ? _seen.Activity[f] : _numbers.OpeningActivity[f]).Value * Year;
        }

        return perYear;
    }

    /// <summary>What price and orders call for, within the limit. Where nothing was ordered in either year, orders call for nothing.</summary>
    private double LogChangePerYear()
    {
        BehaviourNumbers b = _numbers.Behaviour;
        double dear = Math.Log(_price.Sum(Year) / Year) - _logReference;
        double now = _orders.Sum(Year);
        double before = _orders.Sum(Year, ago: Year);
        double growth = now > 0.0 && before > 0.0 ? Math.Log(now / before) : 0.0;
        return Math.Clamp((_priceWeight * dear) + (b.QuotaDemandWeight * growth), -b.QuotaLimitPerYear, b.QuotaLimitPerYear);
    }
}
