using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation.Institutions.Instruments;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Institutions;

/// <summary>All institutions of a scenario: they see the same month, decide each for itself, and only then is everything enacted.</summary>
/// <remarks>
/// Eq. INS-7: strength = pull · at most, no more than the law allows; what is left after a veto v is (1 − v), of that compliance · (1 − turnover) is carried
/// out, and of what was announced the realised share. What is refused, blocked or left undone is posted in <see cref="ProgrammeBook"/>.
/// </remarks>
internal sealed class Council
{
    private readonly InstitutionAtWork[] _institutions;
    private readonly Directive[] _directives;
    private readonly int[] _institutionOf;
    private readonly double[][] _termPulls;
    private readonly ProgrammeBook _book;
    private readonly ChainState _state;
    private readonly Hierarchy _hierarchy;
    private readonly Month _first;

    public Council(Scenario scenario, ParameterDraw draw, ChainState state, Chance? chance)
    {
        _state = state;
        _first = scenario.Chain.First;
        IReadOnlyList<Institution> all = scenario.Institutions;
        _institutions = [.. all.Select(i => new InstitutionAtWork(i, draw, chance))];
        (int Institution, ReachedInstrument Reach)[] reach = [.. all.SelectMany((i, n) => i.Reach.Select(r => (n, r)))];
        _institutionOf = [.. reach.Select(r => r.Institution)];
        _directives = [.. reach.Select((r, d) => new Directive(r.Reach.Instrument, r.Reach.Targets, d, TermNumbers.Of(r.Reach.Terms, draw)) { AtMost = draw.Of(r.Reach.AtMost) })];
        _termPulls = [.. _directives.Select(d => new double[d.Terms.TermMonths])];
        _hierarchy = Hierarchy.Of(all.Count);
        NeededTables.MustBeThere(reach.Select(r => (all[r.Institution], r.Reach)), scenario.Chain);
        string[] names = [.. reach.Select(r => $"{all[r.Institution].Id}/{r.Reach.Id}")];
        _book = new ProgrammeBook(
            [.. all.Select(i => i.Id)], _institutionOf, names, [.. reach.Select(r => r.Reach.Instrument)], [.. all.Select(i => i.Rule is Retaliation)],
            [.. reach.Select((r, d) => Administration.Of(r.Reach, _directives[d].Terms, state))], new DemandBook(state.Layout, _directives, names), new FundBook(state, _directives, names));
        state.Programmes = _book;
    }

    /// <summary>A lever by its number in the book.</summary>
    public Directive this[int number] => _directives[number];

    /// <summary>Numbers of all levers in ordinal order of their names, in which they are enacted, so that the order of institutions cannot matter, not even for rounding.</summary>
    public ReadOnlySpan<int> ByName => _book.ByName;

    /// <summary>Posts what treasuries paid this month for the orders that stand.</summary>
    /// <remarks>Eq. INS-8: outlay of a lever = what was paid for all who ordered the same, in proportion to what each ordered; proceeds count against it.</remarks>
    public void Post(ChainNumbers numbers)
    {
        foreach (int d in ByName)
        {
            Directive directive = _directives[d];
            if (directive.Strength != 0.0) _book.Post(d, Instrument.All[(int)directive.Instrument].Outlay(directive, _state, numbers));
            _book.Overdraw(directive);
        }
    }

    /// <summary>Lets all see, all decide, and then sets the strength of every lever.</summary>
    /// <returns>Whether any strength changed.</returns>
    public bool Decide(Month month)
    {
        _book.Begin(month);
        if (month > _first)
        {
            foreach (InstitutionAtWork institution in _institutions) institution.Close(_state);
        }

        for (int i = 0; i < _institutions.Length; i++)
        {
            _book.BeyondReach[i] = _institutions[i].Decide(month);
            _book.Pull[i] = _institutions[i].PullIn(month);
        }

        _hierarchy.Clear();
        bool changed = false;
        foreach (int d in ByName)
        {
            if (LeverOver(d) is not { } lever) continue;
            changed |= Set(d, month, isOverOthers: true);
            lever.Press(_directives[d], _hierarchy);
        }

        for (int d = 0; d < _directives.Length; d++) changed |= LeverOver(d) is null && Set(d, month, isOverOthers: false);
        return changed;
    }

    private OverInstitutions? LeverOver(int d) => Instrument.All[(int)_directives[d].Instrument] as OverInstitutions;

    private bool Set(int d, Month month, bool isOverOthers)
    {
        Directive directive = _directives[d];
        int i = _institutionOf[d];
        double announced = (_book.Pulled[d] = Pull(d, month)) * directive.AtMost;
        double lawful = Math.Min(announced, directive.Terms.LawfulAtMost);
        double blocked = isOverOthers ? 0.0 : lawful * _hierarchy.Vetoed[i];
        double compliance = _institutions[i].Compliance * (isOverOthers ? 1.0 : 1.0 - _hierarchy.Leaderless[i]);
        double done = (lawful - blocked) * compliance * directive.Terms.Realised;
        double affordable = _book.BudgetLeft(directive).Value == 0.0 ? 0.0 : done;
        (_book.Ordered[d], _book.RefusedByLaw[d], _book.Vetoed[d]) = (announced, announced - lawful, blocked);
        (_book.Undone[d], _book.RefusedByBudget[d], _book.Strength[d]) = (lawful - blocked - done, done - affordable, affordable);
        bool changed = directive.Strength != affordable;
        directive.Strength = affordable;
        return changed;
    }

    /// <summary>What is ordered now, or was ordered within the term: a contract that was signed runs its time.</summary>
    private double Pull(int d, Month month)
    {
        double pull = _book.Pull[_institutionOf[d]];
        double[] signed = _termPulls[d];
        if (signed.Length == 0) return pull;
        signed[month.Number % signed.Length] = pull;
        foreach (double before in signed) pull = Math.Max(pull, before);
        return pull;
    }
}
