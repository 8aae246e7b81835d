using Offtake.Model.Quantities;

namespace Offtake.Model.Studies;

/// <summary>One number by which a future under a policy is judged.</summary>
/// <param name="Id">Name in tables and on the command line.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Better">Whether more or less of it is wished for; without that no policy can win on it.</param>
/// <param name="Measured">How it is read off the months of a chain; null where <paramref name="Quotient"/> or <paramref name="Named"/> says what it is.</param>
/// <param name="Quotient">One outcome over another; null otherwise.</param>
/// <param name="Named">What an example model calls it; null otherwise.</param>
public sealed record Outcome(string Id, string Title, string Unit, Better Better, Measurement? Measured, Quotient? Quotient, string? Named);

/// <summary>Which way is better.</summary>
public enum Better
{
    /// <summary>Nobody says.</summary>
    Unsaid,

    /// <summary>More of it.</summary>
    Higher,

    /// <summary>Less of it.</summary>
    Lower,
}

/// <summary>One outcome over another.</summary>
/// <param name="Of">Index of the outcome above the line.</param>
/// <param name="By">Index of the outcome below the line; where that is zero there is no value.</param>
public sealed record Quotient(int Of, int By);

/// <summary>A number read off the months of a value chain.</summary>
/// <param name="Variable">What is looked at each month.</param>
/// <param name="Of">Ids of commodities, uses, processes or stages, whichever the variable is of, and for variables of programmes of institutions or instruments; empty for all.</param>
/// <param name="In">Ids of regions or cities; empty for all. Of routes, where they begin.</param>
/// <param name="To">Ids of regions where routes end; empty for all.</param>
/// <param name="Period">The months that count.</param>
/// <param name="Statistic">What is made of them.</param>
/// <param name="Threshold">The bound of the statistics that have one; NaN otherwise.</param>
/// <param name="Over">Months whose mean every month is divided by; null for none.</param>
public sealed record Measurement(
    ChainVariable Variable, IReadOnlyList<string> Of, IReadOnlyList<string> In, IReadOnlyList<string> To, Period Period, Statistic Statistic, double Threshold, Period? Over);

/// <summary>What is made of the months of a period.</summary>
public enum Statistic
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>The last of them.</summary>
    Last,

    /// <summary>The largest.</summary>
    Highest,

    /// <summary>The smallest.</summary>
    Lowest,

    /// <summary>How many lie above the threshold.</summary>
    MonthsAbove,

    /// <summary>How many lie below the threshold.</summary>
    MonthsBelow,

    /// <summary>Months from the first until one lies above the threshold, 0 for the first itself; no value when none does.</summary>
    MonthsUntilAbove,

    /// <summary>Months from the first until one lies below the threshold, 0 for the first itself; no value when none does.</summary>
    MonthsUntilBelow,
}

/// <summary>What can be looked at each month. Amounts over several places are added up.</summary>
public enum ChainVariable
{
    /// <summary>Price of one commodity in one region, USD of 2024 per unit.</summary>
    Price,

    /// <summary>Sellers' stock at month end, unit.</summary>
    Stock,

    /// <summary>Sellers' stock over expected orders, months.</summary>
    Cover,

    /// <summary>Made or collected, unit per month.</summary>
    Output,

    /// <summary>Disposed of unsold by sellers, unit per month.</summary>
    Disposed,

    /// <summary>Bought into reserves, unit per month.</summary>
    Reserved,

    /// <summary>Shipped on routes, unit per month.</summary>
    Shipped,

    /// <summary>Asked for on routes but held up, unit per month.</summary>
    HeldUp,

    /// <summary>Demand of final users, unit per month.</summary>
    Demand,

    /// <summary>Put to use by final users, unit per month.</summary>
    Used,

    /// <summary>Demand of final users that stocks could not serve, unit per month.</summary>
    Unmet,

    /// <summary>Share of final users' demand that was not served.</summary>
    UnmetShare,

    /// <summary>Goods in use at month end, unit.</summary>
    InUse,

    /// <summary>Tonnes of the weighed stage put to use inside goods, t per month.</summary>
    Embodied,

    /// <summary>Activity of processes, units of activity per month.</summary>
    Activity,

    /// <summary>Built capacity of processes, units of activity per month.</summary>
    Capacity,

    /// <summary>Activity over built capacity.</summary>
    Utilisation,

    /// <summary>Share of the wanted activity of processes that was not run: for want of inputs, capacity or orders' means.</summary>
    ShortfallShare,

    /// <summary>What cities pay for products and for running them, USD of 2024 per month.</summary>
    CitySpending,

    /// <summary>Debt of cities at month end, USD of 2024.</summary>
    CityDebt,

    /// <summary>Fleet over the fleet that covers the service, of the least covered service of a city.</summary>
    Coverage,

    /// <summary>Paid by treasuries of regions, USD of 2024 per month.</summary>
    TreasuryPaid,

    /// <summary>Received by treasuries of regions, USD of 2024 per month.</summary>
    TreasuryReceived,

    /// <summary>Share of what buyers ordered that sellers' stocks could not deliver (DIS-9).</summary>
    Rationed,

    /// <summary>Net imports of the regions together over production plus net imports, never below 0 (DIS-9).</summary>
    ImportReliance,

    /// <summary>Concentration of making over regions: the sum of squared shares (Herfindahl and Hirschman), 1 for a single maker (DIS-9).</summary>
    Concentration,

    /// <summary>Built capacity that is not run, units of activity per month: the surplus of a stage.</summary>
    Idle,

    /// <summary>Projects from research in use at month end that were deployed there, count.</summary>
    ProjectsDeployed,

    /// <summary>Left behind by making in regions, unit of the residue per month.</summary>
    ResidueLeft,

    /// <summary>Losses of owners that others bear: standing support, debts paid by treasuries and debts written off, USD of 2024 per month.</summary>
    LossesBorne,

    /// <summary>Spent by institutions on their levers, USD of 2024 per month; nothing where there are none.</summary>
    ProgrammeOutlay,

    /// <summary>Tonnes of the weighed stage inside goods that demand programmes announced, t per month: what was ordered over the share of the announced strength that was carried out; nothing in months in which nothing was (DIS-12).</summary>
    AnnouncedTonnes,

    /// <summary>Tonnes of the weighed stage inside goods delivered for programmes, t per month.</summary>
    ProgrammeTonnes,

    /// <summary>The same inside goods that others did not want because of programmes, t per month; below zero where programmes drew others in (DEM-12).</summary>
    CrowdedOutTonnes,

    /// <summary>The same inside goods pulled forward by programmes less what is repaid of earlier months, t per month (DEM-11).</summary>
    PulledForwardTonnes,

    /// <summary>Levers of institutions that are pulled, count.</summary>
    LeversOrdered,

    /// <summary>By how much more than their reach institutions meant to pull their levers in months in which they decided, in whole levers (DIS-13).</summary>
    BeyondReach,

    /// <summary>Of what was ordered, what the law does not allow, in whole levers (DIS-13).</summary>
    RefusedByLaw,

    /// <summary>Of what was ordered, what a higher level blocked, in whole levers (DIS-13).</summary>
    Vetoed,

    /// <summary>Of what was ordered and lawful, what nobody carried out or what was not realised, in whole levers (DIS-13).</summary>
    LeftUndone,

    /// <summary>Of what was ordered, what the budget of the year did not reach for, in whole levers (DIS-13).</summary>
    RefusedByBudget,

    /// <summary>Levers pulled by institutions whose rule is to answer what others do, count.</summary>
    Answering,
}
