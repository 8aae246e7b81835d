using Offtake.Model.Scenarios;

namespace Offtake.Model.Studies;

/// <summary>One of the things that are compared: a scenario with some levers set. All policies of a study meet the same futures.</summary>
/// <param name="Id">Name in tables.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Scenario">What is walked; null for an example model.</param>
/// <param name="Settings">Levers that are set; the others stay as the scenario has them.</param>
public sealed record Policy(string Id, string Title, Scenario? Scenario, IReadOnlyList<LeverSetting> Settings);

/// <summary>A lever at a value.</summary>
/// <param name="Lever">Index of the lever.</param>
/// <param name="Value">Its value, in the lever's unit.</param>
public readonly record struct LeverSetting(int Lever, double Value);
