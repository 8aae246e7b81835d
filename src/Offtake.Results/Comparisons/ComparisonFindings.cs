using Offtake.Model.Studies;
using Offtake.Results.Plans;
using Offtake.Results.Studies.Findings;
using Offtake.Results.Weighing;

namespace Offtake.Results.Comparisons;

/// <summary>What came out when scenarios were walked in the same futures. The first of them is the reference; none is ranked.</summary>
/// <param name="Study">Levels and paired differences of every outcome.</param>
/// <param name="Asked">By outcome, what it is asked for.</param>
/// <param name="Stopped">Whether fewer futures were walked than asked for.</param>
/// <param name="Programmes">By scenario, what its programmes bought and what that was worth.</param>
/// <param name="Instruments">By scenario and demand instrument that it has, what that bought and cost.</param>
/// <param name="Evidence">By scenario, what it rests on.</param>
/// <param name="Map">Which scenario absorbs most, by the additionality and the realised share that were drawn; null where no scenario has institutions whose terms are uncertain.</param>
/// <param name="Money">How money was equalised; null where it was not asked for.</param>
public sealed record ComparisonFindings(
    StudyFindings Study, IReadOnlyList<AskedOutcome> Asked, bool Stopped, IReadOnlyList<ProgrammeFindings> Programmes, IReadOnlyList<InstrumentFindings> Instruments, IReadOnlyList<EvidenceFindings> Evidence, WinnerMapFindings? Map,
    MoneyFindings? Money)
{
    /// <summary>The newest weighings of the evidence behind differences from the reference, of those that were weighed.</summary>
    public IReadOnlyList<KeptWeighing> Weighed { get; init; } = [];

    /// <summary>What was announced, what came of it, and in how many futures of each scenario the targets are reached.</summary>
    public PlanFindings Plans { get; init; } = PlanFindings.None;

    /// <summary>Index of the outcome that plays a part, or null when none does.</summary>
    public int? IndexOf(OutcomeRole role) => AskedOutcome.IndexOf(Asked, role);
}

/// <summary>What the programmes of a scenario bought, over futures. A band without futures is a number nobody has.</summary>
/// <remarks>Eq. DIS-10.</remarks>
/// <param name="Policy">Index of the scenario.</param>
/// <param name="More">Tonnes absorbed beyond the reference.</param>
/// <param name="OfSurplus">The same over the surplus of the reference.</param>
/// <param name="OfWorld">The same over what the reference absorbs.</param>
/// <param name="Announced">Tonnes announced.</param>
/// <param name="Realised">Tonnes bought under programmes.</param>
/// <param name="Additional">Tonnes bought that would not have been bought anyway: less those crowded out and those pulled forward.</param>
/// <param name="AdditionalShare">The same over tonnes bought.</param>
/// <param name="Left">Tonnes absorbed beyond the reference two years after programmes end.</param>
/// <param name="LeftLater">Tonnes absorbed beyond the reference five years after programmes end.</param>
/// <param name="UsdPerTonne">Outlay of demand instruments per additional tonne; futures without an additional tonne have no value.</param>
/// <param name="DemandOutlay">Outlay of the instruments that buy or subsidise purchases, USD.</param>
/// <param name="OtherOutlay">What else institutions spent, USD.</param>
public sealed record ProgrammeFindings(
    int Policy, Band More, Band OfSurplus, Band OfWorld, Band Announced, Band Realised, Band Additional, Band AdditionalShare, Band Left, Band LeftLater, Band UsdPerTonne, Band DemandOutlay, Band OtherOutlay);

/// <summary>What one demand instrument of a scenario bought and cost, over futures.</summary>
/// <remarks>Eq. DIS-10, by instrument.</remarks>
/// <param name="Policy">Index of the scenario.</param>
/// <param name="Instrument">Name of the instrument.</param>
/// <param name="Bought">Tonnes bought.</param>
/// <param name="CrowdedOut">Tonnes others did not buy for it; below zero it drew them in.</param>
/// <param name="PulledForward">Tonnes only bought sooner and not yet missing again.</param>
/// <param name="Additional">Tonnes bought less these two.</param>
/// <param name="Outlay">What it cost, USD.</param>
/// <param name="UsdPerTonne">The same per additional tonne; futures without an additional tonne have no value.</param>
public sealed record InstrumentFindings(int Policy, string Instrument, Band Bought, Band CrowdedOut, Band PulledForward, Band Additional, Band Outlay, Band UsdPerTonne);

/// <summary>What a scenario rests on.</summary>
/// <param name="Policy">Index of the scenario.</param>
/// <param name="Numbers">Numbers with a witness.</param>
/// <param name="Assumptions">Those of them that are assumptions.</param>
/// <param name="OwnNumbers">Numbers that the reference does not have: those of its own measures and institutions.</param>
/// <param name="OwnAssumptions">Those of them that are assumptions.</param>
/// <param name="Institutions">Institutions that decide during the run.</param>
/// <param name="Retaliates">Whether one of them has a rule by which it answers what others do.</param>
/// <param name="AnsweredShare">Share of futures in which one does answer; NaN where no outcome says so.</param>
/// <param name="Claims">Ids of the claims that its institutions make executable, with their verdicts.</param>
public sealed record EvidenceFindings(
    int Policy, int Numbers, int Assumptions, int OwnNumbers, int OwnAssumptions, int Institutions, bool Retaliates, double AnsweredShare, IReadOnlyList<ClaimVerdict> Claims)
{
    /// <summary>Share of all its numbers that are assumptions.</summary>
    public double AssumedShare => Numbers > 0 ? (double)Assumptions / Numbers : double.NaN;
}

/// <summary>A claim and what is known of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What is claimed; empty when the world's evidence does not hold it.</param>
/// <param name="Verdict">Whether it was said, done, and did what is claimed; empty when the world's evidence does not hold it.</param>
public sealed record ClaimVerdict(string Id, string Text, string Verdict);

/// <summary>Scenarios walked again with the money of the cheapest.</summary>
/// <remarks>Eq. DIS-11.</remarks>
/// <param name="Cheapest">Index of the scenario with the least outlay, to which the others were brought.</param>
/// <param name="Usd">Its mean outlay.</param>
/// <param name="Futures">Futures among which the factors were sought: the first of those compared.</param>
/// <param name="Instruments">Names of the instruments whose strength was scaled; all others stay as they are.</param>
/// <param name="Factors">By scenario that was scaled, its factor and the mean outlay that it led to.</param>
/// <param name="Pairs">By scenario that was scaled, what differs from the cheapest at equal money.</param>
/// <param name="LeftOut">Scenarios that cannot be brought so low: what is not scaled costs more already.</param>
public sealed record MoneyFindings(
    int Cheapest, double Usd, int Futures, IReadOnlyList<string> Instruments, IReadOnlyList<EqualMoney> Factors, IReadOnlyList<EqualMoneyPair> Pairs, IReadOnlyList<FixedMoney> LeftOut);

/// <summary>A scenario whose laws, permits and offices alone cost more than the money to which others are brought.</summary>
/// <param name="Policy">Index of the scenario.</param>
/// <param name="Usd">Its mean outlay with all instruments that are scaled at no strength.</param>
public sealed record FixedMoney(int Policy, double Usd);

/// <summary>A scenario with equal money beside the cheapest, future by future: its value less that of the cheapest.</summary>
/// <param name="Policy">Index of the scenario with scaled money.</param>
/// <param name="Usd">Outlay; not nothing, since only the means of some futures were made equal.</param>
/// <param name="Additional">Additional tonnes.</param>
/// <param name="UsdPerTonne">Outlay of demand instruments per additional tonne, in futures in which both add one.</param>
/// <param name="Debt">Debt of cities, USD.</param>
public sealed record EqualMoneyPair(int Policy, Band Usd, Band Additional, Band UsdPerTonne, Band Debt);

/// <summary>One scenario with equal money.</summary>
/// <param name="Policy">Index of the scenario with scaled money.</param>
/// <param name="Scenario">Id of the scenario that was scaled.</param>
/// <param name="Factor">Factor on the strength of its money instruments.</param>
/// <param name="Usd">Mean outlay that it led to.</param>
/// <param name="IsEqual">Whether that lies within 1 % of the target.</param>
public sealed record EqualMoney(int Policy, string Scenario, double Factor, double Usd, bool IsEqual);
