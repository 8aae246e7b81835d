using Offtake.Results;

namespace Offtake.Reporting.Numbers;

/// <summary>What a report asks of a <see cref="Band"/>: a number as it came out over the futures.</summary>
internal static class Bands
{
    /// <summary>From this many futures on the ends of a range are percentiles.</summary>
    public const int FuturesForPercentiles = Band.FewestForPercentiles;

    /// <summary>A number nobody recorded.</summary>
    public static Band Missing { get; } = Band.Of([]);

    /// <summary>The band of a function of the future's number. Values that are not finite are not recorded and do not count.</summary>
    public static Band Over(IEnumerable<int> futures, Func<int, double> value) =>
        Band.Of([.. futures.Select(value).Select(v => double.IsFinite(v) ? v : double.NaN)]);

    extension(Band band)
    {
        /// <summary>Whether no future has a value.</summary>
        public bool IsMissing => band.Futures == 0;

        /// <summary>Whether the ends are percentiles rather than the smallest and the largest value.</summary>
        public bool HasPercentiles => band.Kind == BandKind.Percentiles;

        /// <summary>Whether the whole range lies above a level.</summary>
        public bool IsAbove(double level) => band.Low > level;

        /// <summary>Whether the whole range lies below a level.</summary>
        public bool IsBelow(double level) => band.High < level;

        /// <summary>The band in another unit.</summary>
        public Band Times(double factor) => band with { Median = band.Median * factor, Low = band.Low * factor, High = band.High * factor };
    }
}
