using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Studies;
using Offtake.World.Institutions;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Scenarios;
using Offtake.World.Tables;

namespace Offtake.World.Studies;

/// <summary>Values that a study may give a number must be ones that a table could hold.</summary>
internal static class NumberBounds
{
    /// <summary>Whether all values between two bounds are possible for the numbers moved; what is not has been reported.</summary>
    public static void Check(NumberChoice sets, double low, double high, Place at, StudyDraft study)
    {
        if (study.Example is { } example)
        {
            CheckInputs(example.Inputs.Where(i => sets.Names.Contains(i.Name)), sets.Multiplies, low, high, at, study);
            return;
        }

        if (sets.Multiplies)
        {
            if (low < 0.0) study.Problems.Error(at, "a number would change its sign; the factor reaches down to", $"{low}", "0 or more", "correct 'low'");
            return;
        }

        foreach (Parameter parameter in sets.Names.SelectMany(study.ParametersOf))
        {
            if (TermOf(parameter, study) is { } term)
            {
                if (low < term.Least || high > term.Most || (term.IsLeastExcluded && low <= term.Least))
                {
                    study.Problems.Error(at, $"'{parameter.Id}' cannot have all values from {low} to", $"{high}", term.Bound, "narrow the bounds");
                    return;
                }
            }
            else if (MeasureOf(parameter, study) is { } measure)
            {
                InstrumentRule rule = InstrumentRule.Of(measure.Instrument);
                if (low < rule.Least || high > rule.Most || (rule.IsLeastExcluded && low <= rule.Least))
                {
                    study.Problems.Error(at, $"{EnumText.Of(measure.Instrument)} '{measure.Id}' cannot have all strengths from {low} to", $"{high}", $"{(rule.IsLeastExcluded ? "above " : "")}{rule.Least} to {rule.Most}", "narrow the bounds");
                    return;
                }
            }
            else if (parameter.Unit.StartsWith("share", StringComparison.Ordinal) && (low < 0.0 || high > 1.0))
            {
                study.Problems.Error(at, $"'{parameter.Id}' is a {parameter.Unit} and cannot have all values from {low} to", $"{high}", "0 to 1", "narrow the bounds");
                return;
            }
            else if (low < 0.0 && parameter.Spread.Low >= 0.0 && parameter.Value >= 0.0)
            {
                study.Problems.Error(at, $"'{parameter.Id}' would become negative; the range reaches down to", $"{low}", "0 or more", "narrow the bounds");
                return;
            }
        }
    }

    private static void CheckInputs(IEnumerable<ModelInput> inputs, bool multiplies, double low, double high, Place at, StudyDraft study)
    {
        foreach (ModelInput input in inputs)
        {
            double least = multiplies ? low * input.Usual : low, most = multiplies ? high * input.Usual : high;
            if (least >= input.Least && most <= input.Most) continue;
            study.Problems.Error(at, $"'{input.Name}' of the model '{study.Example!.Id}' cannot have all values from {least} to", $"{most}", $"{input.Least} to {input.Most}", "narrow the bounds");
            return;
        }
    }

    /// <summary>What a number of an institution's lever counts; null when it is another number.</summary>
    private static NumberKind? TermOf(Parameter parameter, StudyDraft study)
    {
        foreach (ReachedInstrument lever in study.Scenarios.SelectMany(s => s.Institutions).SelectMany(i => i.Reach))
        {
            NumberKind strength = InstrumentRule.Of(lever.Instrument).Strength(lever.AtMost.Unit);
            if (ReferenceEquals(lever.AtMost, parameter)) return strength;
            foreach ((string name, Parameter number) in lever.Terms.Numbers())
                if (ReferenceEquals(number, parameter)) return TermRules.All.First(t => t.Name == name).Kind ?? strength;
        }

        return null;
    }

    private static Measure? MeasureOf(Parameter parameter, StudyDraft study) =>
        study.Scenarios.SelectMany(s => s.Calendar).FirstOrDefault(m => ReferenceEquals(m.Strength, parameter));
}
