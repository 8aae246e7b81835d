namespace Offtake.Simulation.Institutions;

/// <content>Law and cash of the levers that act on what is wanted and asked for, and of those that pay for new capacity.</content>
public sealed partial class PoliciesInForce
{
    /// <summary>Share of the price the state pays by dated measures alone, by use: what would be paid without any programme.</summary>
    public double[] SubsidyOfCalendar { get; }

    /// <summary>Share that makers get back of what they pay for goods of a market that were made in its region, by market.</summary>
    public double[] InputCredit { get; }

    /// <summary>Share of the cost of new capacity that the treasury pays, by facility (FIN-4).</summary>
    public double[] CapacityGrant { get; }

    /// <summary>Guaranteed purchases and urban deployments that stand.</summary>
    internal List<Directive> Purchases { get; } = [];

    /// <summary>Subsidies of institutions that stand.</summary>
    internal List<Directive> Subsidies { get; } = [];

    /// <summary>Input tax credits that stand.</summary>
    internal List<Directive> InputCredits { get; } = [];

    /// <summary>Content rules that stand.</summary>
    internal List<Directive> ContentRules { get; } = [];

    /// <summary>Capacity grants that stand.</summary>
    internal List<Directive> CapacityGrants { get; } = [];

    /// <summary>Guidance funds that raise money.</summary>
    internal List<Directive> GuidanceFunds { get; } = [];

    /// <summary>What makers have left to pay of an input after credits, as a share, when so much of it is made in their region.</summary>
    internal double LeftToPay(int market, double ownShare) => InputCredit[market] == 0.0 ? 1.0 : 1.0 - (InputCredit[market] * ownShare);

    /// <summary>Makes room, so that no month has to ask for memory.</summary>
    internal void ReserveDemand(int directives)
    {
        Purchases.EnsureCapacity(directives);
        Subsidies.EnsureCapacity(directives);
        InputCredits.EnsureCapacity(directives);
        ContentRules.EnsureCapacity(directives);
        CapacityGrants.EnsureCapacity(directives);
        GuidanceFunds.EnsureCapacity(directives);
    }

    private void ClearDemand()
    {
        Array.Clear(SubsidyOfCalendar);
        Array.Clear(InputCredit);
        Purchases.Clear();
        Subsidies.Clear();
        InputCredits.Clear();
        ContentRules.Clear();
        Array.Clear(CapacityGrant);
        CapacityGrants.Clear();
        GuidanceFunds.Clear();
    }
}
