using Offtake.Model.Evidence;
using Offtake.Model.Quantities;

namespace Offtake.Model.Governance;

/// <summary>What kind of thing a measure acts on.</summary>
public enum TargetKind
{
    /// <summary>A facility.</summary>
    Facility,

    /// <summary>A route of a commodity between two regions.</summary>
    Route,

    /// <summary>A market: a commodity in a region.</summary>
    Market,

    /// <summary>A final use.</summary>
    Use,

    /// <summary>A commodity, naming what a price floor is about.</summary>
    Commodity,
}

/// <summary>One thing a measure acts on, by index into the list of its kind.</summary>
public readonly record struct Target(TargetKind Kind, int Index);

/// <summary>One dated act of policy: an instrument of a strength on its targets from a start to an end.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Instrument">Which lever.</param>
/// <param name="Targets">What it acts on.</param>
/// <param name="Strength">How much, in the instrument's unit.</param>
/// <param name="Enacted">When it became law.</param>
/// <param name="Start">First month in force.</param>
/// <param name="End">Last month in force; null when open-ended.</param>
public sealed record Measure(
    string Id, string Title, InstrumentKind Instrument, IReadOnlyList<Target> Targets, Parameter Strength, Month Enacted, Month Start, Month? End);

/// <summary>The levers of the calendar. Each acts through orders, cash, capacity, law or time.</summary>
public enum InstrumentKind
{
    /// <summary>A cap on the yearly output of facilities, in activity per year.</summary>
    ProductionQuota,

    /// <summary>One cap on the yearly tonnage of routes together, in units of their commodities.</summary>
    ExportQuota,

    /// <summary>A share of requested exports that licences hold up.</summary>
    ExportLicence,

    /// <summary>A tax on the landed value of imports, as a share.</summary>
    Tariff,

    /// <summary>A tax on the value of exports, as a share.</summary>
    ExportDuty,

    /// <summary>A share of a route that is closed.</summary>
    Embargo,

    /// <summary>A price for contained product that the state tops up to, in USD per unit.</summary>
    PriceFloor,

    /// <summary>A share of processing cost that the state pays.</summary>
    ProductionCredit,

    /// <summary>Amount a year that the state buys into its reserve.</summary>
    Stockpile,

    /// <summary>A share of the price that the state pays for the user.</summary>
    DemandSubsidy,

    /// <summary>A share of facilities' capacity that is shut.</summary>
    Closure,

    /// <summary>A production quota that is reviewed by the price and the orders of one market; its strength is the weight of the price.</summary>
    QuotaResponse,
}
