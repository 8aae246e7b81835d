using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Laws.Tests.Twin;

/// <summary>Law and cash in one month, worked out anew from the calendar.</summary>
internal sealed class NaiveLaw
{
    public NaiveLaw(NaiveNames names, IReadOnlyList<Measure> calendar, Func<Measure, double> strength, Func<Facility, double> openingActivity, Month asOf)
    {
        foreach (Measure m in calendar.Where(m => m.Start <= asOf && (m.End is null || asOf <= m.End) && strength(m) != 0.0))
        {
            double s = strength(m);
            List<Facility> facilities = [.. m.Targets.Where(t => t.Kind == TargetKind.Facility).Select(t => names.Chain.Facilities[t.Index])];
            foreach (Facility f in facilities)
            {
                if (m.Instrument == InstrumentKind.Closure) Shut[f.Id] = Both(Shut.GetValueOrDefault(f.Id), s);
                if (m.Instrument == InstrumentKind.ProductionCredit) Credit[f.Id] = Credit.GetValueOrDefault(f.Id) + s;
                if (m.Instrument == InstrumentKind.PriceFloor)
                    Floor[f.Id] = (s, names.Chain.Commodities[m.Targets.First(t => t.Kind == TargetKind.Commodity).Index].Id);
                if (m.Instrument is not (InstrumentKind.ProductionQuota or InstrumentKind.QuotaResponse)) continue;
                double all = facilities.Sum(openingActivity);
                double share = all > 0.0 ? openingActivity(f) / all : 1.0 / facilities.Count;
                Quota[f.Id] = Math.Min(Quota.GetValueOrDefault(f.Id, double.PositiveInfinity), s / 12.0 * share);
            }

            foreach (NaiveRoute q in names.RoutesOf(m)) OnRoute(m.Instrument, q, s);
            if (m.Instrument == InstrumentKind.ExportQuota) ExportQuotas.Add((s / 12.0, [.. names.RoutesOf(m).OrderBy(names.Routes.ToList().IndexOf)]));
            foreach (Target t in m.Targets)
            {
                if (t.Kind == TargetKind.Market && m.Instrument == InstrumentKind.Stockpile) Reserve[names.Markets[t.Index]] = Reserve.GetValueOrDefault(names.Markets[t.Index]) + (s / 12.0 / m.Targets.Count);
                if (t.Kind == TargetKind.Use) Subsidy[names.Chain.Uses[t.Index].Id] = Both(Subsidy.GetValueOrDefault(names.Chain.Uses[t.Index].Id), s);
            }
        }
    }

    public Dictionary<string, double> Quota { get; } = [];

    public Dictionary<string, double> Credit { get; } = [];

    public Dictionary<string, double> Shut { get; } = [];

    public Dictionary<string, (double Price, string Good)> Floor { get; } = [];

    public Dictionary<NaiveRoute, double> Tariff { get; } = [];

    public Dictionary<NaiveRoute, double> Duty { get; } = [];

    public Dictionary<NaiveRoute, double> Closed { get; } = [];

    public Dictionary<NaiveRoute, double> HeldUp { get; } = [];

    public List<(double PerMonth, List<NaiveRoute> Routes)> ExportQuotas { get; } = [];

    public Dictionary<NaiveMarket, double> Reserve { get; } = [];

    public Dictionary<string, double> Subsidy { get; } = [];

    public double Open(NaiveRoute q) => (1.0 - Closed.GetValueOrDefault(q)) * (1.0 - HeldUp.GetValueOrDefault(q));

    /// <summary>Two shares that each act on what the other leaves.</summary>
    private static double Both(double a, double b) => 1.0 - ((1.0 - a) * (1.0 - b));

    private void OnRoute(InstrumentKind kind, NaiveRoute q, double s)
    {
        switch (kind)
        {
            case InstrumentKind.Tariff: Tariff[q] = Tariff.GetValueOrDefault(q) + s; break;
            case InstrumentKind.ExportDuty: Duty[q] = Duty.GetValueOrDefault(q) + s; break;
            case InstrumentKind.Embargo: Closed[q] = Both(Closed.GetValueOrDefault(q), s); break;
            case InstrumentKind.ExportLicence: HeldUp[q] = Both(HeldUp.GetValueOrDefault(q), s); break;
            default: break;
        }
    }
}
