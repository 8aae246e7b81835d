using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;

namespace Offtake.Laws.Tests.Metamorphic;

/// <summary>Turns a scenario into one that must behave alike: in other units, under other names, in another order.</summary>
internal static class Rewriting
{
    /// <summary>All goods in units of which there are more, and money in units of which there is more.</summary>
    public static Scenario InUnits(this Scenario scenario, double mass, double money)
    {
        ValueChain c = scenario.Chain;
        EvidenceLedger ledger = c.Evidence;
        Parameter Goods(Parameter p) => Times(p, mass, ledger);
        Parameter Price(Parameter p) => Times(p, money, ledger);
        Parameter Sum(Parameter p) => Times(p, mass * money, ledger);
        return scenario with
        {
            Chain = c with
            {
                Cities = [.. c.Cities.Select(x => x with { RevenueUsdPerYear = Sum(x.RevenueUsdPerYear), OpeningDebtUsd = Sum(x.OpeningDebtUsd) })],
                Facilities = [.. c.Facilities.Select(f => f with { CapacityPerYear = Goods(f.CapacityPerYear), OpeningPerYear = Goods(f.OpeningPerYear), UnitCostUsd = Price(f.UnitCostUsd) })],
                Markets = [.. c.Markets.Select(m => m with { OpeningPrice = m.OpeningPrice is { } p ? Price(p) : null })],
                Routes = [.. c.Routes.Select(q => q with { FreightUsdPerUnit = Price(q.FreightUsdPerUnit) })],
                Uses = [.. c.Uses.Select(k => k with
                {
                    AmountPerYear = k.AmountPerYear is { } a ? Goods(a) : null,
                    Service = k.Service is { } s ? new PublicFleet(Price(s.RunningCostUsdPerUnitYear), Goods(s.TargetAmount)) : null,
                })],
            },
            Calendar = [.. scenario.Calendar.Select(m => m with
            {
                Strength = m.Instrument switch
                {
                    InstrumentKind.ProductionQuota or InstrumentKind.ExportQuota or InstrumentKind.Stockpile => Goods(m.Strength),
                    InstrumentKind.PriceFloor => Price(m.Strength),
                    _ => m.Strength,
                },
            })],
        };
    }

    /// <summary>Two regions exchange their names; everything stays where it stands in the lists.</summary>
    public static Scenario WithNamesSwapped(this Scenario scenario, int a, int b)
    {
        Region[] regions = [.. scenario.Chain.Regions];
        (regions[a], regions[b]) = (
            regions[a] with { Id = regions[b].Id, Title = regions[b].Title }, regions[b] with { Id = regions[a].Id, Title = regions[a].Title });
        return scenario with { Chain = scenario.Chain with { Regions = regions } };
    }

    /// <summary>Facilities, markets, uses and routes stand in reverse order.</summary>
    public static Scenario InReverse(this Scenario scenario)
    {
        ValueChain c = scenario.Chain;
        int[] counts = new int[Enum.GetValues<TargetKind>().Length];
        counts[(int)TargetKind.Facility] = c.Facilities.Count;
        counts[(int)TargetKind.Market] = c.Markets.Count;
        counts[(int)TargetKind.Use] = c.Uses.Count;
        counts[(int)TargetKind.Route] = c.Routes.Count;
        Target Turned(Target t) => counts[(int)t.Kind] > 0 ? t with { Index = counts[(int)t.Kind] - 1 - t.Index } : t;
        return scenario with
        {
            Chain = c with
            {
                Facilities = [.. c.Facilities.Reverse()], Markets = [.. c.Markets.Reverse()], Uses = [.. c.Uses.Reverse()], Routes = [.. c.Routes.Reverse()],
            },
            Calendar = [.. scenario.Calendar.Select(m => m with { Targets = [.. m.Targets.Select(Turned)] })],
        };
    }

    /// <summary>Two regions exchange their places in the list; their names go with them.</summary>
    public static Scenario WithPlacesSwapped(this Scenario scenario, int a, int b)
    {
        ValueChain c = scenario.Chain;
        int Place(int r) => r == a ? b : r == b ? a : r;
        Target Moved(Target t) => t.Kind == TargetKind.Region ? t with { Index = Place(t.Index) } : t;
        return scenario with
        {
            Institutions = [.. scenario.Institutions.Select(i => i with
            {
                Sight = [.. i.Sight.Select(s => s with { Of = [.. s.Of.Select(Moved)] })],
                Reach = [.. i.Reach.Select(r => r with { Targets = [.. r.Targets.Select(Moved)], Terms = r.Terms with { Payer = r.Terms.Payer is { } p ? Moved(p) : null } })],
            })],
            Chain = c with
            {
                Regions = [.. Enumerable.Range(0, c.Regions.Count).Select(r => c.Regions[Place(r)])],
                Cities = [.. c.Cities.Select(x => x with { Region = Place(x.Region) })],
                Facilities = [.. c.Facilities.Select(f => f with { Region = Place(f.Region) })],
                Markets = [.. c.Markets.Select(m => m with { Region = Place(m.Region), ValuesAt = m.ValuesAt is { } v ? Place(v) : null })],
                Routes = [.. c.Routes.Select(q => q with { From = Place(q.From), To = Place(q.To) })],
                Uses = [.. c.Uses.Select(k => k with { Region = Place(k.Region) })],
            },
        };
    }

    /// <summary>A facility becomes two halves of itself, the second at the end of the list.</summary>
    public static Scenario WithHalves(this Scenario scenario, int facility)
    {
        ValueChain c = scenario.Chain;
        Facility whole = c.Facilities[facility];
        Facility half = whole with { CapacityPerYear = Times(whole.CapacityPerYear, 0.5, c.Evidence), OpeningPerYear = Times(whole.OpeningPerYear, 0.5, c.Evidence) };
        List<Facility> facilities = [.. c.Facilities, half with { Id = whole.Id + "-second-half" }];
        facilities[facility] = half;
        Target first = new(TargetKind.Facility, facility);
        Target second = new(TargetKind.Facility, c.Facilities.Count);
        return scenario with
        {
            Chain = c with { Facilities = facilities },
            Calendar = [.. scenario.Calendar.Select(m => m.Targets.Contains(first) ? m with { Targets = [.. m.Targets, second] } : m)],
        };
    }

    /// <summary>The scenario with one more measure, which its ledger then knows.</summary>
    public static Scenario With(this Scenario scenario, Measure measure)
    {
        EvidenceLedger ledger = scenario.Chain.Evidence;
        EvidenceLedger known = new(ledger.Sources, ledger.Assumptions, ledger.Claims, [.. ledger.Parameters, measure.Strength]);
        return scenario with { Chain = scenario.Chain with { Evidence = known }, Calendar = [.. scenario.Calendar, measure] };
    }

    private static Parameter Times(Parameter p, double factor, EvidenceLedger ledger)
    {
        Spread spread = p.Spread with { Low = p.Spread.Low * factor, High = p.Spread.High * factor };
        return p.Kind == SourceKind.Assumption
            ? Parameter.Assumed(p.Id, new Assumption(p.Witnesses[0][1..], p.Value * factor, spread, p.Unit, ""), p.Address)
            : Parameter.Sourced(p.Id, p.Value * factor, p.Unit, spread, [.. p.Witnesses.Select(w => ledger.SourceOf(w)!)], p.Address);
    }
}
