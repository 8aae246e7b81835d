using Offtake.Model.Studies;
using Offtake.Results.Studies.Findings;

namespace Offtake.Results.Comparisons;

/// <summary>What came out when scenarios were walked in the same futures. The first of them is the reference; none is ranked.</summary>
/// <param name="Study">Levels and paired differences of every outcome.</param>
/// <param name="Asked">By outcome, what it is asked for.</param>
/// <param name="Stopped">Whether fewer futures were walked than asked for.</param>
/// <param name="Programmes">By scenario, what its programmes bought and what that was worth.</param>
/// <param name="Evidence">By scenario, what it rests on.</param>
/// <param name="Map">Which scenario absorbs most, by the additionality and the realised share that were drawn; null where no scenario has institutions whose terms are uncertain.</param>
/// <param name="Money">How money was equalised; null where it was not asked for.</param>
public sealed record ComparisonFindings(
    StudyFindings Study, IReadOnlyList<AskedOutcome> Asked, bool Stopped, IReadOnlyList<ProgrammeFindings> Programmes, IReadOnlyList<EvidenceFindings> Evidence, WinnerMapFindings? Map,
    MoneyFindings? Money)
{
    /// <summary>Index of the outcome that plays a part, or null when none does.</summary>
    public int? IndexOf(OutcomeRole role)
    {
        for (int o = 0; o < Asked.Count; o++)
        {
            if (Asked[o].Role == role) return o;
        }

        return null;
    }
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
/// <param name="Left">Tonnes absorbed beyond the reference after programmes end.</param>
/// <param name="UsdPerTonne">Outlay per additional tonne; futures without an additional tonne have no value.</param>
/// <param name="Outlay">Outlay of programmes, USD.</param>
public sealed record ProgrammeFindings(
    int Policy, Band More, Band OfSurplus, Band OfWorld, Band Announced, Band Realised, Band Additional, Band AdditionalShare, Band Left, Band UsdPerTonne, Band Outlay);

/// <summary>What a scenario rests on.</summary>
/// <param name="Policy">Index of the scenario.</param>
/// <param name="Numbers">Numbers with a witness.</param>
/// <param name="Assumptions">Those of them that are assumptions.</param>
/// <param name="OwnNumbers">Numbers that the reference does not have: those of its own measures and institutions.</param>
/// <param name="OwnAssumptions">Those of them that are assumptions.</param>
/// <param name="Institutions">Institutions that decide during the run.</param>
/// <param name="Retaliates">Whether one of them answers what others do.</param>
/// <param name="Claims">Ids of the claims that its institutions make executable, with their verdicts.</param>
public sealed record EvidenceFindings(
    int Policy, int Numbers, int Assumptions, int OwnNumbers, int OwnAssumptions, int Institutions, bool Retaliates, IReadOnlyList<ClaimVerdict> Claims)
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
/// <param name="Usd">Mean outlay to which all were brought.</param>
/// <param name="Futures">Futures among which the factors were sought.</param>
/// <param name="Factors">By scenario that was scaled, its factor and the mean outlay that it led to.</param>
public sealed record MoneyFindings(double Usd, int Futures, IReadOnlyList<EqualMoney> Factors);

/// <summary>One scenario with equal money.</summary>
/// <param name="Policy">Index of the scenario with scaled money.</param>
/// <param name="Scenario">Id of the scenario that was scaled.</param>
/// <param name="Factor">Factor on the strength of its money instruments.</param>
/// <param name="Usd">Mean outlay that it led to.</param>
public sealed record EqualMoney(int Policy, string Scenario, double Factor, double Usd);
