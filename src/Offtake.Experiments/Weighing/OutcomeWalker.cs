using Offtake.Experiments.Exploring;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Opening;

namespace Offtake.Experiments.Weighing;

/// <summary>Walks one scenario with numbers drawn as somebody wishes and reads the outcomes off it, on one thread.</summary>
internal sealed class OutcomeWalker(WeighingPlan plan, Scenario scenario, ChainLayout layout)
{
    private readonly Scenario _near = scenario with { From = scenario.Chain.First, To = plan.Last };
    private readonly OutcomeMeter _meter = new(layout, plan.Outcomes);

    /// <summary>The outcomes asked for; null when these numbers cannot all be true at once (EVI-3).</summary>
    /// <param name="chance">Whose shocks.</param>
    /// <param name="draw">Hands out the numbers.</param>
    public double[]? Walk(Chance chance, ParameterDraw draw)
    {
        _meter.Begin();
        try
        {
            foreach (MonthEnd end in MonthlyWalk.Run(layout, _near, chance, draw)) _meter.Watch(end);
        }
        catch (OpeningException)
        {
            return null;
        }

        double[] outcomes = new double[plan.Outcomes.Count];
        _meter.Read(outcomes);
        for (int o = 0; o < outcomes.Length; o++)
        {
            if (plan.Outcomes[o].Quotient is { } q) outcomes[o] = outcomes[q.Of] / outcomes[q.By];
        }

        return outcomes[..plan.Asked];
    }

    /// <summary>The first scenario's outcomes less those of the second, or its levels where there is none; null when one is missing.</summary>
    public static double[]? Difference(double[]? one, double[]? other, bool isPaired) =>
        !isPaired ? one : one is null || other is null ? null : [.. one.Zip(other, (a, b) => a - b)];
}
