namespace Offtake.Experiments.Weighing;

/// <summary>Finds where something that changes its sign between two points is zero.</summary>
/// <remarks>
/// Eq. EVI-6: regula falsi with the step of Illinois: x = (x₀ f₁ − x₁ f₀) / (f₁ − f₀), and the value of an end that stays twice is halved. Dowell and Jarratt (1971), BIT 11:168.
/// </remarks>
public static class ZeroCrossing
{
    /// <summary>Searches.</summary>
    /// <param name="of">What is asked; every answer is dear.</param>
    /// <param name="low">One end and what is there.</param>
    /// <param name="high">The other end and what is there, of the other sign.</param>
    /// <param name="within">Width that is near enough.</param>
    /// <param name="mostSteps">Answers asked for at most.</param>
    /// <returns>Where it is zero, or NaN where the signs do not differ.</returns>
    public static double Find(Func<double, double> of, (double X, double Y) low, (double X, double Y) high, double within, int mostSteps)
    {
        ArgumentNullException.ThrowIfNull(of);
        if (!(low.Y * high.Y < 0.0)) return double.NaN;
        double x = double.NaN;
        int stayed = 0;
        for (int step = 0; step < mostSteps; step++)
        {
            double next = ((low.X * high.Y) - (high.X * low.Y)) / (high.Y - low.Y);
            bool isNear = Math.Abs(next - x) <= within;
            x = next;
            if (isNear) break;
            double y = of(x);
            if (y == 0.0) break;
            if (Math.Sign(y) == Math.Sign(low.Y))
            {
                low = (x, y);
                if (stayed == 1) high.Y /= 2.0;
                stayed = 1;
            }
            else
            {
                high = (x, y);
                if (stayed == -1) low.Y /= 2.0;
                stayed = -1;
            }
        }

        return x;
    }
}
