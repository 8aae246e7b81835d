using Offtake.Simulation.Nature;

namespace Offtake.Experiments.Exploring;

/// <summary>A model as a study sees it: numbers in, outcomes out.</summary>
public interface IStudyModel
{
    /// <summary>Makes what one thread needs to evaluate the model again and again.</summary>
    IStudyWorker NewWorker();
}

/// <summary>Evaluates a model, on one thread.</summary>
public interface IStudyWorker
{
    /// <summary>Evaluates one policy in one future.</summary>
    /// <param name="policy">Index of the policy.</param>
    /// <param name="chance">Whose shocks, and whose numbers among those that are not named.</param>
    /// <param name="attempt">How many draws of this future were rejected before.</param>
    /// <param name="values">By uncertainty, its value.</param>
    /// <param name="outcomes">By outcome, what came out; quotients are left alone.</param>
    /// <returns>Null, or why these numbers cannot all be true at once.</returns>
    string? Evaluate(int policy, Chance chance, int attempt, ReadOnlySpan<double> values, Span<double> outcomes);
}
