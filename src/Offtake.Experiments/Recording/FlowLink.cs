using Offtake.Simulation;

namespace Offtake.Experiments.Recording;

/// <summary>One link of the flow diagram and how to read its content from the month's journal.</summary>
/// <param name="From">Id of the node content leaves.</param>
/// <param name="FromKind">Its kind: mine, market, sector, use.</param>
/// <param name="To">Id of the node content enters.</param>
/// <param name="ToKind">Its kind: market, sector, use, loss.</param>
/// <param name="Region">Region of the link.</param>
/// <param name="Stage">Stage of the chain.</param>
/// <param name="Add">Adds this month's content, by element, to a row.</param>
internal sealed record FlowLink(string From, string FromKind, string To, string ToKind, string Region, string Stage, AddContent Add)
{
    public IReadOnlyList<string> Keys => [From, FromKind, To, ToKind, Region, Stage];
}

/// <summary>Adds content by element to a row.</summary>
internal delegate void AddContent(ChainState state, Span<double> row);
