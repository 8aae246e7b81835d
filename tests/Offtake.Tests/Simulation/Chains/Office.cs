using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation.Institutions;
using Offtake.Simulation.Nature;

namespace Offtake.Tests.Simulation.Chains;

/// <summary>An institution as a test writes it: it decides every month from the first on, is obeyed and sees nothing unless it is told otherwise.</summary>
internal sealed class Office(string id)
{
    private static readonly Source Witness = new("test", "Test", "2026", SourceKind.Measured, "Made up for a test", "", "");

    private readonly List<Parameter> _numbers = [];
    private readonly List<SeenStatistic> _sight = [];
    private readonly List<MandateTarget> _targets = [];
    private readonly List<ReachedInstrument> _reach = [];
    private DecisionRule? _rule;

    public int Every { get; init; } = 1;

    public int Delay { get; init; }

    public Month From { get; init; } = Month.Of(2025, 1);

    public Month? Until { get; init; }

    public double Compliance { get; init; } = 1.0;

    public Office Sees(StatisticKind kind, Target of, TargetSide side, double value, int lag = 0, double noise = 0.0, double bias = 0.0)
    {
        string at = $"sight/{_sight.Count}";
        _sight.Add(new SeenStatistic(kind, [of], Number($"{at}/lag", lag), Number($"{at}/noise", noise), Number($"{at}/bias", bias)));
        _targets.Add(new MandateTarget(_sight.Count - 1, side, Number($"{at}/target", value)));
        return this;
    }

    public Office Pulls(InstrumentKind kind, double atMost, params Target[] targets) => Pulls(kind, atMost, _ => InstrumentTerms.None, targets);

    /// <param name="kind">Which lever.</param>
    /// <param name="atMost">Strength in full.</param>
    /// <param name="terms">Makes the terms; it is given what makes a number of a value.</param>
    /// <param name="targets">On what.</param>
    public Office Pulls(InstrumentKind kind, double atMost, Func<Func<double, Parameter>, InstrumentTerms> terms, params Target[] targets)
    {
        string at = $"{kind}-{_reach.Count}";
        int term = 0;
        _reach.Add(new ReachedInstrument(at, at, kind, targets, Number($"reach/{at}/at-most", atMost), terms(value => Number($"reach/{at}/{term++}", value))));
        return this;
    }

    public Office ClosesTheGap(double gain) => Decides(new CloseTheGap(Number("gain", gain)));

    public Office Follows(params (Month From, double Pull)[] steps) => Decides(new Schedule([.. steps.Select((s, i) => new ScheduleStep(s.From, Number($"step/{i}", s.Pull)))]));

    public Office Sprints(int months, double gain) => Decides(new TargetSprint(months, Number("gain", gain)));

    public Office Retaliates(int lasts) => Decides(new Retaliation(Number("lasts", lasts)));

    /// <summary>The terms as they fall where nothing is drawn.</summary>
    public static TermNumbers Terms(Func<Func<double, Parameter>, InstrumentTerms> terms)
    {
        Office office = new("terms");
        InstrumentTerms made = terms(value => office.Number($"{office._numbers.Count}", value));
        return TermNumbers.Of(made, office.Central());
    }

    /// <summary>The institution, and draws that know its numbers.</summary>
    public (Institution Institution, ParameterDraw Draw) Build() => (Institution(), Central());

    /// <summary>The scenario with these institutions, whose numbers its ledger then knows.</summary>
    public static Scenario Govern(Scenario scenario, params Office[] offices)
    {
        Institution[] institutions = [.. offices.Select(o => o.Institution())];
        EvidenceLedger ledger = scenario.Chain.Evidence;
        EvidenceLedger known = new(ledger.Sources, ledger.Assumptions, ledger.Claims, [.. ledger.Parameters, .. offices.SelectMany(o => o._numbers)]);
        return scenario with { Chain = scenario.Chain with { Evidence = known }, Institutions = institutions };
    }

    private Institution Institution()
    {
        DecisionRule rule = _rule ?? Follows((Month.Of(1900, 1), 1.0))._rule!;
        return new Institution(
            id, id, [], new Mandate("test", _targets), _sight, _reach, new Tempo(Every, Number("delay", Delay), From, Until), new Grip(Number("compliance", Compliance)), rule);
    }

    private ParameterDraw Central() => ParameterDraw.Central(new EvidenceLedger([Witness], [], [], _numbers));

    private Office Decides(DecisionRule rule)
    {
        _rule = rule;
        return this;
    }

    private Parameter Number(string part, double value)
    {
        Parameter parameter = Parameter.Sourced($"institutions/{id}/{part}", value, "test", Spread.None(value), [Witness], "test");
        _numbers.Add(parameter);
        return parameter;
    }
}
