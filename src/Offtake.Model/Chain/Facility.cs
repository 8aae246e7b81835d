using Offtake.Model.Evidence;
using Offtake.Model.Quantities;

namespace Offtake.Model.Chain;

/// <summary>A process at a place, with an owner, a capacity and a cost. An aggregate stands for what is not named.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Owner">Who owns it.</param>
/// <param name="Process">Index of the process.</param>
/// <param name="Ore">Index of the ore; null unless it is a mine.</param>
/// <param name="Region">Index of the region.</param>
/// <param name="City">Index of the city; null when outside the modelled cities.</param>
/// <param name="IsAggregate">Whether it stands for several facilities.</param>
/// <param name="CapacityPerYear">Activity it can run at in a year.</param>
/// <param name="OpeningPerYear">Activity at the opening; only relative size matters for makers to order.</param>
/// <param name="UnitCostUsd">Processing cost per unit of activity, without feed.</param>
/// <param name="TargetPressure">Share of its quota a state firm runs at whatever the margin; 0 for others.</param>
/// <param name="Starts">First month of operation; null when running at the opening.</param>
/// <param name="Ends">Last month of operation; null when open-ended.</param>
/// <param name="IsExpandable">Whether capacity may be added when it pays.</param>
/// <param name="Driver">Index of the driver by whose values capacity is multiplied month by month (NAT-3); null when capacity is its own.</param>
/// <param name="Season">Index of the season by whose factors what can be run in a month is multiplied (NAT-4); null when all months are alike.</param>
public sealed record Facility(
    string Id,
    string Title,
    string Owner,
    int Process,
    int? Ore,
    int Region,
    int? City,
    bool IsAggregate,
    Parameter CapacityPerYear,
    Parameter OpeningPerYear,
    Parameter UnitCostUsd,
    Parameter TargetPressure,
    Month? Starts,
    Month? Ends,
    bool IsExpandable,
    int? Driver = null,
    int? Season = null);
