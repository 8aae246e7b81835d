using Offtake.Model.Scenarios;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Opening;

namespace Offtake.Simulation;

/// <summary>Draws the numbers of a future until they can all be true at once.</summary>
/// <remarks>
/// Eq. EVI-3: ranges are given number by number, so a draw may use more of a material than the same draw makes. Such a draw is no possible past;
/// it is rejected and the future is drawn anew with keys of its own, at most so many times. What is kept is the range of each number given that the opening balances.
/// </remarks>
internal static class FutureDraw
{
    private const int MostDraws = 64;

    /// <summary>A future whose opening balances.</summary>
    /// <exception cref="OpeningException">No draw balances; tells what the last one lacked.</exception>
    public static Future Of(ChainLayout layout, Scenario scenario, Chance? chance)
    {
        if (chance is not { } drawn) return new Future(layout, scenario, chance);
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                Future future = new(layout, scenario, chance, ParameterDraw.InFuture(scenario.Chain.Evidence, drawn, attempt));
                future.State.DrawsRejected = attempt;
                return future;
            }
            catch (OpeningException) when (attempt + 1 < MostDraws)
            {
            }
        }
    }
}
