using Offtake.Model.Evidence;

namespace Offtake.Model.Chain;

/// <summary>Skilled labour: who needs it and where it is trained (INV-5).</summary>
/// <param name="Needs">Processes that cannot run without it. A process that is not listed needs none.</param>
/// <param name="Pools">One pool a region; every region with a facility in need has one.</param>
public sealed record Workforce(IReadOnlyList<SkillNeed> Needs, IReadOnlyList<SkilledPool> Pools);

/// <summary>Skilled workers that a process takes.</summary>
/// <param name="Process">Index of the process.</param>
/// <param name="WorkersPerUnitYear">Skilled workers per unit of activity a year at full use.</param>
public sealed record SkillNeed(int Process, Parameter WorkersPerUnitYear);

/// <summary>The pool of skilled workers in a region.</summary>
/// <param name="Region">Index of the region.</param>
/// <param name="SlackShare">What the pool is aimed at above need, as a share of need; also what it has at the opening.</param>
/// <param name="NetGrowthPerYear">Largest net growth a year, as a share of the pool: what training gives beyond those who replace leavers.</param>
/// <param name="EntryPlacesPerYear">Persons a year that can be trained where nobody is there to train them.</param>
/// <param name="LeavingPerYear">Share of the pool that leaves in a year: how fast a pool that is too large shrinks.</param>
public sealed record SkilledPool(int Region, Parameter SlackShare, Parameter NetGrowthPerYear, Parameter EntryPlacesPerYear, Parameter LeavingPerYear);

/// <summary>How a process grows cheaper with all that has ever been made by it (INV-6).</summary>
/// <param name="Process">Index of the process.</param>
/// <param name="RatePerDoubling">Share by which each doubling lowers processing cost.</param>
/// <param name="CumulativeActivity">World activity from the beginning to the opening, in units of activity.</param>
public sealed record LearningCurve(int Process, Parameter RatePerDoubling, Parameter CumulativeActivity);
