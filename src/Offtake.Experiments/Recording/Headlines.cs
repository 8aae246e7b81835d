using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Results;

namespace Offtake.Experiments.Recording;

/// <summary>Puts modelled figures beside the observed ones of the world. Which figures there are is a matter of data, not of code.</summary>
internal static class Headlines
{
    public static IReadOnlyList<Figure> Of(Scenario scenario, IReadOnlyDictionary<string, Panel> panels, int[] futures)
    {
        var figures = new List<Figure>();
        foreach (ObservedFigure observed in scenario.Chain.Observed)
        {
            if (Months(observed.Period, scenario) is not { } months) continue;
            var question = new Question(panels, observed.Region, observed.Subject, months.First, months.Count);
            if (ModelledFigure.Of(observed.Variable) is not { } figure) continue;
            double[] modelled = [.. futures.Select(f => figure(question, f))];
            if (modelled.Length == 0 || Array.TrueForAll(modelled, double.IsNaN)) continue;
            figures.Add(new Figure(
                observed.Id, observed.Title, observed.Period, observed.Unit, modelled, observed.Value, observed.Low, observed.High,
                Enum.TryParse(observed.Standing, ignoreCase: true, out Standing standing) ? standing : Standing.Predicted, observed.Source));
        }

        return figures;
    }

    /// <summary>Where a year or month lies in the run; null when it is not wholly inside. The opening year is asked at its end.</summary>
    private static (int First, int Count)? Months(string period, Scenario scenario)
    {
        if (Month.TryParse(period, out Month month)) return Inside(month, 1, scenario);
        return int.TryParse(period, out int year) ? Inside(Month.Of(year, 1), 12, scenario) : null;
    }

    private static (int First, int Count)? Inside(Month first, int count, Scenario scenario)
    {
        if (first + (count - 1) == scenario.Chain.Opening && scenario.From == scenario.Chain.Opening + 1) return (-1, 0);
        return first >= scenario.From && first + (count - 1) <= scenario.To ? (first - scenario.From, count) : null;
    }
}

/// <summary>What is asked of the panels: a region or the world, a subject, and months of the run. No months ask for the end of the opening month.</summary>
internal sealed record Question(IReadOnlyDictionary<string, Panel> Panels, string Region, string Subject, int First, int Count)
{
    public const string World = "world";

    public bool IsOpening => Count == 0;

    public bool Covers(string region) => Region == World || Region == region;

    /// <summary>Whether an id is asked for. Several subjects, such as the grades of one good, are joined by plus signs and added up.</summary>
    public bool Asks(string subject) => Subject.Length == 0 || Subject.Split('+').Contains(subject);
}
