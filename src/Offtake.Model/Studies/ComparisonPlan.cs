using Offtake.Model.Scenarios;

namespace Offtake.Model.Studies;

/// <summary>Scenarios walked in the same futures, the first of them being what the others are held against, and what their outcomes answer. It is not an answer.</summary>
/// <param name="Study">The study that is walked: its policies are the scenarios, its uncertainties the terms of their institutions, drawn as a run draws them.</param>
/// <param name="Asked">By outcome, what it is asked for.</param>
public sealed record ComparisonPlan(Study Study, IReadOnlyList<AskedOutcome> Asked)
{
    /// <summary>The scenarios, in the order they were named.</summary>
    public IEnumerable<Scenario> Scenarios => Study.Policies.Select(p => p.Scenario!);

    /// <summary>Index of the outcome that plays a part, or null when none does.</summary>
    /// <param name="role">The part.</param>
    /// <param name="instrument">The instrument for which it plays it; empty for all together.</param>
    public int? IndexOf(OutcomeRole role, string instrument = "") => AskedOutcome.IndexOf(Asked, role, instrument);
}

/// <summary>What an outcome of a comparison is asked for.</summary>
/// <param name="Question">The question it helps to answer.</param>
/// <param name="Role">The part it plays in the verdict and its figures; null for none.</param>
/// <param name="Of">Name for readers of the one thing it is of, where its row stands for many; empty otherwise.</param>
/// <param name="In">Name for readers of the one place it is in, where its row stands for many; empty otherwise.</param>
/// <param name="Row">Id of its row; the same for all that one row stands for.</param>
/// <param name="Instrument">Name of the one instrument it is of; empty for all together and for what is of none.</param>
public sealed record AskedOutcome(Question Question, OutcomeRole? Role, string Of, string In, string Row, string Instrument = "")
{
    /// <summary>Index of the first that plays a part for one instrument, or for all together; null when none does.</summary>
    public static int? IndexOf(IReadOnlyList<AskedOutcome> asked, OutcomeRole role, string instrument = "")
    {
        ArgumentNullException.ThrowIfNull(asked);
        for (int o = 0; o < asked.Count; o++)
        {
            if (asked[o].Role == role && asked[o].Instrument == instrument) return o;
        }

        return null;
    }
}

/// <summary>What a comparison must be able to answer.</summary>
public enum Question
{
    /// <summary>How much of the surplus is absorbed.</summary>
    Surplus,

    /// <summary>What is left when a programme ends.</summary>
    Persistence,

    /// <summary>Who pays how much, in money and in what stays behind.</summary>
    Cost,

    /// <summary>Who depends on whom, and who stops first.</summary>
    Dependence,

    /// <summary>How fast laboratories reach factories.</summary>
    Speed,

    /// <summary>What happens to what is made besides.</summary>
    Balance,

    /// <summary>What is announced and what comes of it.</summary>
    Targets,

    /// <summary>What it rests on.</summary>
    Trust,

    /// <summary>What others answer.</summary>
    Response,
}

/// <summary>The part of an outcome in the verdict. Tonnes are those of the weighed stage inside goods.</summary>
public enum OutcomeRole
{
    /// <summary>Tonnes put to use by all the world; those of the reference are world demand, which shares are taken of.</summary>
    Absorbed,

    /// <summary>Tonnes that the stage could make and does not, in the same months.</summary>
    Surplus,

    /// <summary>Tonnes that programmes announced.</summary>
    Announced,

    /// <summary>Tonnes bought under programmes.</summary>
    Programme,

    /// <summary>Tonnes others did not buy because programmes did.</summary>
    CrowdedOut,

    /// <summary>Tonnes programmes bought that the same users would have bought later.</summary>
    PulledForward,

    /// <summary>Tonnes put to use by all two years after programmes end.</summary>
    Left,

    /// <summary>Tonnes put to use by all five years after programmes end.</summary>
    LeftLater,

    /// <summary>Goods in use some years after programmes end; one for every good and year.</summary>
    FleetLeft,

    /// <summary>Outlay of all that institutions do, USD.</summary>
    Outlay,

    /// <summary>Outlay of the instruments that buy or subsidise purchases, USD: what an additional tonne costs is counted with this alone.</summary>
    DemandOutlay,

    /// <summary>Debt of cities, USD.</summary>
    Debt,

    /// <summary>Months until users are rationed, counted from the month before a stop, so that 0 was short before; one for every thing and place.</summary>
    Rationing,

    /// <summary>Highest price of a stop over the price before; one for every thing and place.</summary>
    PeakPrice,

    /// <summary>Share of final demand that is not served during and after a stop; one for every thing and place.</summary>
    OutputLost,

    /// <summary>Months until prices are down again; one for every thing and place.</summary>
    Recovery,

    /// <summary>What institutions ordered and what of it was refused, blocked or left undone; one for every kind.</summary>
    Refused,

    /// <summary>Months until an institution answers what others do; no value where none does.</summary>
    Answered,
}
