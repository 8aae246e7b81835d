namespace Offtake.Reporting.Readings;

/// <summary>Formulas of dependence.</summary>
internal static class Concentration
{
    /// <summary>The Herfindahl-Hirschman index of amounts by supplier: the sum of squared shares, from near 0 to 1 for a single supplier.</summary>
    public static double Hhi(IEnumerable<double> amounts)
    {
        double[] all = [.. amounts.Where(double.IsFinite)];
        double total = all.Sum();
        return total > 0 ? all.Sum(a => a / total * (a / total)) : double.NaN;
    }

    /// <summary>
    /// Net import reliance as geological surveys count it: net imports as a share of apparent consumption, which is production plus net imports.
    /// A net exporter relies on nobody, so the answer is never below 0.
    /// </summary>
    public static double NetImportReliance(double production, double imports, double exports)
    {
        double consumption = production + imports - exports;
        return consumption > 0 ? Math.Max(0, (imports - exports) / consumption) : double.NaN;
    }
}
