using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Cities;

/// <summary>Goods already in use at the opening, per unit of opening use a month: how many there are, and how many of them retire in each month to come.</summary>
/// <remarks>Uses that follow one driver and have one life share it. Eq. CIT-2, over the vintages before the first month walked.</remarks>
internal sealed class OpeningFleet
{
    private OpeningFleet(double[] retiringAtAge, double stock, double[] retiredByMonth)
    {
        RetiringAtAge = retiringAtAge;
        Stock = stock;
        RetiredByMonth = retiredByMonth;
    }

    /// <summary>Share of a vintage that retires at each age; see <see cref="Vintages.RetiringAtAge"/>.</summary>
    public double[] RetiringAtAge { get; }

    /// <summary>In use at the opening.</summary>
    public double Stock { get; }

    /// <summary>Retiring of what was in use at the opening, by month walked.</summary>
    public double[] RetiredByMonth { get; }

    /// <summary>Fleets of all uses that have a life; null for the others.</summary>
    public static OpeningFleet?[] Of(ChainLayout layout, ChainNumbers numbers, DriverPaths paths, int monthsToWalk)
    {
        var curves = new Dictionary<(double Mean, double Sd), double[]>();
        var known = new Dictionary<(int Driver, double Mean, double Sd), OpeningFleet>();
        var past = new double[layout.Chain.Drivers.Count][];
        var fleets = new OpeningFleet?[layout.Uses.Length];
        int oldest = 0;
        for (int k = 0; k < fleets.Length; k++)
        {
            if (layout.Uses[k].Life is null) continue;
            (double mean, double sd) life = (numbers.LifeMeanYears[k], numbers.LifeSdYears[k]);
            if (!curves.ContainsKey(life)) oldest = Math.Max(oldest, (curves[life] = Survival.ByMonth(life.mean, life.sd)).Length);
        }

        for (int k = 0; k < fleets.Length; k++)
        {
            if (layout.Uses[k].Life is null) continue;
            (int driver, double mean, double sd) life = (layout.Uses[k].Driver, numbers.LifeMeanYears[k], numbers.LifeSdYears[k]);
            if (known.TryGetValue(life, out fleets[k])) continue;
            if (past[life.driver] is null) paths.PastIndex(life.driver, past[life.driver] = new double[oldest]);
            fleets[k] = known[life] = Laid(curves[(life.mean, life.sd)], past[life.driver], monthsToWalk);
        }

        return fleets;
    }

    /// <summary>Vintages follow the driver: one deployed a months before the opening counts its index of that month.</summary>
    private static OpeningFleet Laid(double[] survival, ReadOnlySpan<double> indexByAge, int monthsToWalk)
    {
        double[] drop = Cohorts.RetiringByAge(survival);
        int ages = drop.Length;
        var deployed = new double[ages];
        double stock = 0.0;
        for (int v = 0; v < ages; v++)
        {
            deployed[v] = indexByAge[ages - 1 - v];
            stock += deployed[v] * survival[ages - 1 - v];
        }

        var retired = new double[monthsToWalk + 1];
        Cohorts.RetiredByMonth(drop, deployed, retired);
        return new OpeningFleet(Vintages.RetiringAtAge(survival, monthsToWalk + 1), stock, retired);
    }
}
