using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;

namespace Offtake.Laws.Tests.Twin;

/// <content>Phase 1: quotas that answer to a market.</content>
internal sealed partial class NaiveWalk
{
    private readonly Dictionary<string, double> _reviewedQuota = [];
    private readonly Dictionary<NaiveMarket, List<double>> _pastPrices = [];
    private readonly Dictionary<NaiveMarket, List<double>> _pastOrders = [];
    private readonly Dictionary<NaiveMarket, double> _usualPrice = [];
    private readonly List<Dictionary<string, double>> _pastActivity = [];

    /// <summary>Strength as it is enacted: a reviewed quota by its quota, which at the opening is what the mines are known to do; any other measure as drawn.</summary>
    private double StrengthOf(Measure m)
    {
        if (m.Instrument != InstrumentKind.QuotaResponse || N(m.Strength) == 0.0) return N(m.Strength);
        if (!_reviewedQuota.ContainsKey(m.Id))
            _reviewedQuota[m.Id] = m.Targets.Where(t => t.Kind == TargetKind.Facility).Sum(t => N(_names.Chain.Facilities[t.Index].OpeningPerYear));
        return _reviewedQuota[m.Id];
    }

    private void Review(Month month)
    {
        if (month != _scenario.Chain.First) LookBack();
        foreach (Measure m in _scenario.Calendar.Where(m => m.Instrument == InstrumentKind.QuotaResponse && N(m.Strength) != 0.0))
        {
            if (!_reviewedQuota.ContainsKey(m.Id) && m.Start <= month) _reviewedQuota[m.Id] = FirstQuota(m);
            else if (IsDue(m, month)) _reviewedQuota[m.Id] *= Math.Exp(ChangePerYear(m) * Row("quota.review-months") / 12.0);
        }
    }

    private bool IsDue(Measure m, Month month) => _scenario.Exogenous == Exogenous.Moving && m.Start < month && month != _scenario.Chain.First
        && (month - m.Start) % (int)Row("quota.review-months") == 0;

    private void LookBack()
    {
        foreach (NaiveMarket market in _names.Markets.Where(_names.IsPosted))
        {
            _pastPrices.TryAdd(market, []);
            _pastOrders.TryAdd(market, []);
            _pastPrices[market].Add(Price[market]);
            _pastOrders[market].Add(OrdersIn(market));
            _usualPrice[market] = Towards(_usualPrice.GetValueOrDefault(market, Price[market]), Price[market], 60.0);
        }

        _pastActivity.Add(new(Activity));
    }

    private double FirstQuota(Measure m)
    {
        double PerYear(Facility f)
        {
            if (_law.Quota.TryGetValue(f.Id, out double quota)) return 12.0 * quota;
            return _pastActivity.Count == 0 ? 12.0 * Activity[f.Id] : LastOf([.. _pastActivity.Select(a => a[f.Id])], 12, 0);
        }

        return m.Targets.Where(t => t.Kind == TargetKind.Facility).Sum(t => PerYear(_names.Chain.Facilities[t.Index]));
    }

    private double ChangePerYear(Measure m)
    {
        NaiveMarket market = _names.Markets[m.Targets.Single(t => t.Kind == TargetKind.Market).Index];
        double dear = Math.Log(LastOf(_pastPrices[market], 12, 0) / 12.0 / _usualPrice[market]);
        double now = LastOf(_pastOrders[market], 12, 0);
        double before = LastOf(_pastOrders[market], 12, 12);
        double growth = now > 0.0 && before > 0.0 ? Math.Log(now / before) : 0.0;
        double limit = Row("quota.limit-per-year");
        return Math.Clamp((N(m.Strength) * dear) + (Row("quota.demand-weight") * growth), -limit, limit);
    }

    /// <summary>The sum of some months, the first one standing for all before it.</summary>
    private static double LastOf(List<double> months, int count, int ago) =>
        Enumerable.Range(0, count).Sum(i => months[Math.Max(0, months.Count - 1 - ago - i)]);
}
