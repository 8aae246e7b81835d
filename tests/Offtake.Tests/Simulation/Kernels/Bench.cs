using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Simulation.Institutions;
using Offtake.Simulation.Institutions.Instruments;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>The tiny chain at its opening, with its parts by name, so that a test can set the few numbers its equation needs.</summary>
internal sealed class Bench
{
    public const string Home = TinyChain.Home;
    public const string Abroad = TinyChain.Abroad;

    public Bench(ChainDraft? draft = null) => Future = TinyChain.Open((draft ?? TinyChain.Draft()).Build());

    public Future Future { get; }

    public ChainState State => Future.State;

    public ChainNumbers Numbers => Future.Numbers;

    public ChainLayout Layout => State.Layout;

    public BehaviourNumbers Behaviour => Numbers.Behaviour;

    public PoliciesInForce Policies => State.Policies;

    public MonthFlows Months => State.Months;

    public ValueChain Chain => Layout.Chain;

    public int Market(string commodity, string region = Home) => TinyChain.MarketOf(Chain, commodity, region);

    public int Route(string commodity, string from = Home, string to = Abroad) => TinyChain.RouteOf(Chain, commodity, from, to);

    public int Facility(string id) => TinyChain.Facility(Chain, id).Index;

    public int Use(string id) => TinyChain.Use(Chain, id).Index;

    public int Region(string id) => TinyChain.RegionOf(Chain, id);

    public int Sector(string facility) => Layout.SectorOf[Facility(facility)];

    /// <summary>The buyer behind a use, or a sector's buyer of its first input.</summary>
    public int BuyerOfUse(string use) => Layout.BuyerOfUse[Use(use)];

    public int BuyerOfMaker(string facility) => Layout.BuyersOfSector[Sector(facility)][0];

    public Bench Stock(int account, double amount)
    {
        State.Holdings.Amounts[account] = new Amount(amount);
        return this;
    }

    public Bench Enact(InstrumentKind kind, double strength, params Target[] targets)
    {
        Directive directive = new(kind, targets, Directive.OfCalendar, TermNumbers.None) { Strength = strength };
        Instrument.All[(int)kind].Enact(directive, new EnactmentContext(Policies, Numbers.OpeningActivity));
        return this;
    }

    public Target OnFacility(string id) => new(TargetKind.Facility, Facility(id));

    public Target OnRoute(string commodity, string from = Home, string to = Abroad) => new(TargetKind.Route, Route(commodity, from, to));

    /// <summary>Equal but for rounding.</summary>
    public static void Near(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-9 * Math.Max(1.0, Math.Abs(expected)), $"expected {expected:R}, got {actual:R}");
}
