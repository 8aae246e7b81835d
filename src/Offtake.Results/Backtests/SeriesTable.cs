using System.Globalization;
using System.Text;

namespace Offtake.Results.Backtests;

/// <summary>Monthly paths of a backtest as a long table: series, window, month, median, low, high, unit.</summary>
public static class SeriesTable
{
    /// <summary>The table as CSV.</summary>
    public static string Text(BacktestResults results)
    {
        StringBuilder text = new("variable,subject,region,window,month,median,low,high,unit\n");
        foreach (SeriesBand series in results.Series)
        {
            for (int m = 0; m < series.Months.Count; m++)
            {
                Band band = series.Months[m];
                text.Append(CultureInfo.InvariantCulture, $"{series.Series.Variable},{series.Series.Subject},{series.Series.Region},{series.Window},{series.First + m},{Number(band.Median)},{Number(band.Low)},{Number(band.High)},{series.Unit}\n");
            }
        }

        return text.ToString();
    }

    // A month without a number has an empty cell.
    private static string Number(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";
}
