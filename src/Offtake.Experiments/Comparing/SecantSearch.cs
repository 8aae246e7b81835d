namespace Offtake.Experiments.Comparing;

/// <summary>Finds the factor up to one at which something that grows with it comes down to a value.</summary>
/// <remarks>
/// Eq. DIS-11: ln x_{k+1} = ln x_k − (ln f(x_k) − ln target) (ln x_k − ln x_{k−1}) / (ln f(x_k) − ln f(x_{k−1})), from x₀ = 1 and x₁ = target / f(1), until f lies within a share of the target;
/// where that is no number, or leaves the bracket of factors known to be too small and too large, the middle of the bracket.
/// </remarks>
public static class SecantSearch
{
    /// <summary>Steps after which the nearest found so far is returned.</summary>
    public const int MostSteps = 12;

    /// <summary>Searches.</summary>
    /// <param name="of">What grows with the factor; asked a few times, since every answer is dear.</param>
    /// <param name="atOne">Its value at a factor of one, known already; above nothing.</param>
    /// <param name="target">The value to be reached; above nothing. Where it is not below the value at one, the factor is one.</param>
    /// <param name="within">Relative distance that is near enough.</param>
    /// <returns>The factor, above zero and never above one; what it led to; and whether that is near enough.</returns>
    public static (double Factor, double Reached, bool IsNear) Find(Func<double, double> of, double atOne, double target, double within)
    {
        ArgumentNullException.ThrowIfNull(of);
        (double X, double Y) before = (1.0, atOne), best = before;
        (double low, double high) = (0.0, 1.0);
        double next = target / atOne;
        for (int step = 0; step < MostSteps && atOne > target && !IsNear(best.Y); step++)
        {
            if (!(next > low && next < high)) next = (low + high) / 2.0;
            (double X, double Y) here = (next, of(next));
            if (Math.Abs(here.Y - target) < Math.Abs(best.Y - target)) best = here;
            if (here.Y > target) high = here.X;
            else low = here.X;
            double power = Math.Log(here.Y / before.Y) / Math.Log(here.X / before.X);
            next = here.X * Math.Pow(target / here.Y, 1.0 / power);
            before = here;
        }

        return (best.X, best.Y, IsNear(best.Y));

        bool IsNear(double value) => Math.Abs(value - target) <= within * target;
    }
}
