namespace Offtake.Equilibrium.Assembly;

/// <summary>Whether direct curves, read at the market prices, agree with what is bought and supplied.</summary>
/// <remarks>
/// Eq. EQU-2 reads a curve at the choke price of goods that are priced out. Where cross terms outweigh own terms its conditions also hold at points at
/// which nothing is bought although every curve of the block gives a quantity at the market prices. They mean nothing.
/// </remarks>
internal static class PlainReading
{
    private const double Nothing = 1e-9;

    /// <summary>A market in which the two disagree; null when there is none.</summary>
    public static int? Contradiction(SpatialEquilibrium found) =>
        In(found, found.Problem.Demand, m => m.Demand, -1.0) ?? In(found, found.Problem.Supply, m => m.Supply, 1.0);

    private static int? In(SpatialEquilibrium found, IReadOnlyList<Curve> curves, Func<MarketResult, double> quantity, double sign)
    {
        foreach (CurveBlock block in CurveBlock.Of(found.Problem, curves))
        {
            if (block.Curves.Any(c => c.Form != CurveForm.Quantity) || Monotonicity.IsSemidefinite(block, sign)) continue;
            double[] plain = [.. block.Curves.Select(c => c.Intercept + c.Terms.Sum(t => t.Coefficient * found.Markets[found.Problem.Market(c.Region, t.Good)].Price))];
            double tiny = Nothing * plain.Max(Math.Abs);
            if (plain.Any(q => q < -tiny)) continue;
            for (int i = 0; i < plain.Length; i++)
            {
                int market = found.Problem.Market(block.Region, block.Curves[i].Good);
                if (plain[i] > tiny && quantity(found.Markets[market]) == 0.0) return market;
            }
        }

        return null;
    }
}
