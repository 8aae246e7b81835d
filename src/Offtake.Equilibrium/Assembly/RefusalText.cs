using System.Globalization;
using Offtake.Equilibrium.Complementarity;

namespace Offtake.Equilibrium.Assembly;

/// <summary>Turns the proof that a problem has no solution into words about its goods and regions.</summary>
/// <remarks>
/// Eq. EQU-13: the weights u of the proof name what is at odds. Where prices carry q · u below zero, quantities cannot balance at any price;
/// where quantities carry it, they gain at any price.
/// </remarks>
internal static class RefusalText
{
    private const int NamesShown = 4;

    public static Refusal Of(SpatialProblem problem, SpatialSystem system, ComplementarityAnswer answer)
    {
        if (answer.Proof is not { } proof) return NotSolved(problem, system, answer);
        IReadOnlyList<Variable> variables = system.Equations.Variables;
        double ofPrices = 0.0;
        double ofQuantities = 0.0;
        for (int i = 0; i < proof.Length; i++)
        {
            double part = proof[i] * system.Complementarity.Constant[i];
            if (variables[i].IsQuantity) ofQuantities += part;
            else ofPrices += part;
        }

        bool isUnbounded = ofQuantities < ofPrices;
        string names = Names(problem, variables, proof, isUnbounded);
        return isUnbounded
            ? new Refusal(RefusalKind.Unbounded,
                $"There is no equilibrium: these would grow without end, because together they gain at whatever price: {names}. "
                + "Give one of them a cost or price that answers to its quantity, or a capacity or quota.")
            : new Refusal(RefusalKind.Infeasible,
                $"There is no equilibrium: no price brings supply and demand together here: {names}. "
                + "A fixed quantity is wanted, or may not be left over, where it cannot be had, or taken. "
                + "Let demand fall with the price, open a route, raise a capacity or a quota, or allow disposal.");
    }

    /// <summary>The conditions hold, but only because terms far larger than any quantity cancel.</summary>
    public static Refusal Blurred(CheckResult check) => new(
        RefusalKind.NotSolved,
        $"An equilibrium was found, but not exactly enough: {Share(check.Residual)} of what is traded does not add up in the {check.Where}; "
        + $"at most {Share(ComplementaritySolver.LargestResidual)} is accepted. Numbers there differ by so many orders of magnitude that rounding decides: check slopes, intercepts and units.");

    /// <summary>The conditions hold, but only in a reading of the curves that says nothing is wanted where they say something is.</summary>
    public static Refusal Contradicted(SpatialProblem problem, int market) => new(
        RefusalKind.NotSolved,
        $"No equilibrium was found, and no proof that there is none: at the prices of the only point found the curve of {problem.NameOfMarket(market)} gives a quantity and the point none. "
        + Monotonicity.Suspects(problem));

    private static Refusal NotSolved(SpatialProblem problem, SpatialSystem system, ComplementarityAnswer answer)
    {
        string best = double.IsFinite(answer.Residual)
            ? $"the best point found has a relative residual of {Share(answer.Residual)} ({system.Equations.Variables[answer.Where].Name(problem)}); at most {Share(ComplementaritySolver.LargestResidual)} is accepted"
            : "every search ran off to infinity";
        return new Refusal(
            RefusalKind.NotSolved,
            $"No equilibrium was found, and no proof that there is none: {best}. {Monotonicity.Suspects(problem)}");
    }

    private static string Share(double share) => share.ToString("0.#e+0", CultureInfo.InvariantCulture);

    private static string Names(SpatialProblem problem, IReadOnlyList<Variable> variables, double[] proof, bool quantities)
    {
        // What weighs little against the heaviest is a rounding error.
        double heaviest = Enumerable.Range(0, proof.Length).Where(i => variables[i].IsQuantity == quantities).Max(i => proof[i]);
        string[] names = [.. Enumerable.Range(0, proof.Length)
            .Where(i => variables[i].IsQuantity == quantities && proof[i] > 1e-9 * heaviest)
            .Select(i => variables[i].Name(problem)).Distinct()];
        return string.Join(", ", names.Take(NamesShown)) + (names.Length > NamesShown ? $" and {names.Length - NamesShown} more" : "");
    }
}
