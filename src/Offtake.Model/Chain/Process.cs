using Offtake.Model.Evidence;

namespace Offtake.Model.Chain;

/// <summary>What decides how hard the facilities of a process run.</summary>
public enum Drive
{
    /// <summary>The margin of the whole basket: mines.</summary>
    Margin,

    /// <summary>The feed that arrives: separation and recycling.</summary>
    Feed,

    /// <summary>Orders and the stock of the product: makers of materials and products.</summary>
    Orders,
}

/// <summary>A recipe: what goes in, what comes out, and where every element of the feed goes. It is not a place: see <see cref="Facility"/>.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Stage">The stage of the chain.</param>
/// <param name="Drive">What decides the rate.</param>
/// <param name="AnchorsPrice">Whether its cost anchors the expected price of what it makes.</param>
/// <param name="Output">Index of the commodity it is run for.</param>
/// <param name="ExtractionRecovery">For mines: share of the mined content that reaches the concentrate; null for all others.</param>
/// <param name="Inputs">What one unit of activity takes in; empty for mines.</param>
/// <param name="Shares">Where the content goes. What is not shared out is posted as process loss.</param>
/// <param name="Yields">Amounts of gross or counted commodities per unit of activity.</param>
/// <param name="LeadMonths">Months from the decision to add capacity to its first output; null for the general lead time.</param>
/// <remarks>One unit of activity is a tonne of feed for <see cref="Drive.Feed"/>, of concentrate for mines, and one unit of the main output otherwise.</remarks>
public sealed record Process(
    string Id,
    string Title,
    string Stage,
    Drive Drive,
    bool AnchorsPrice,
    int Output,
    Parameter? ExtractionRecovery,
    IReadOnlyList<ProcessInput> Inputs,
    IReadOnlyList<ContentShare> Shares,
    IReadOnlyList<ProcessYield> Yields,
    Parameter? LeadMonths = null)
{
    /// <summary>Whether it takes its feed from nature.</summary>
    public bool IsExtraction => ExtractionRecovery is not null;
}

/// <summary>An amount of a commodity that one unit of activity takes in.</summary>
/// <param name="Commodity">Index of the commodity.</param>
/// <param name="Rate">Amount per unit of activity.</param>
/// <param name="Closes">Whether the rate is set at the opening so that the supply of the commodity is used up.</param>
/// <param name="Elasticity">Price elasticity of the rate, positive: how readily makers do with less of it; null when they cannot.</param>
/// <param name="Thrift">Speed at which makers learn to need less, as a multiple of the general speed; null when they do not.</param>
/// <param name="Displaces">What it can stand in for; null when nothing.</param>
public sealed record ProcessInput(
    int Commodity, Parameter Rate, bool Closes, Parameter? Elasticity = null, Parameter? Thrift = null, Displacement? Displaces = null);

/// <summary>Another input of the recipe that an input can stand in for.</summary>
/// <param name="Commodity">Index of the other input's commodity.</param>
/// <param name="Amount">Amount of it that one unit does the work of.</param>
public sealed record Displacement(int Commodity, Parameter Amount);

/// <summary>The share of an element's entering content that leaves in a commodity.</summary>
/// <param name="Commodity">Index of the commodity.</param>
/// <param name="Element">Index of the element; null for all elements of the commodity.</param>
/// <param name="Share">Share in [0, 1].</param>
public sealed record ContentShare(int Commodity, int? Element, Parameter Share);

/// <summary>Amount of a commodity, counted in gross tonnes or pieces, made by one unit of activity.</summary>
public sealed record ProcessYield(int Commodity, Parameter AmountPerActivity);

/// <summary>The measured composition of an ore: shares of its oxides, which sum to one.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Shares">By element; normalised by the reader.</param>
/// <param name="ListedSum">The sum of the shares as listed, before they were normalised.</param>
public sealed record Ore(string Id, IReadOnlyList<Parameter> Shares, double ListedSum);
