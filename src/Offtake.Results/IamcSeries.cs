namespace Offtake.Results;

/// <summary>One line of the IAMC layout before it is split by scenario: a variable in a region, by future and year.</summary>
internal sealed class IamcSeries(string region, string variable, string unit, int futures, int years)
{
    private readonly double[] _values = NoValues(futures * years);

    /// <summary>Title of the region, or <c>World</c>.</summary>
    public string Region { get; } = region;

    /// <summary>The variable, its parts parted by bars.</summary>
    public string Variable { get; } = variable;

    /// <summary>The unit.</summary>
    public string Unit { get; } = unit;

    /// <summary>The years of one future; NaN where there is no value.</summary>
    public Span<double> Of(int future) => _values.AsSpan(future * years, years);

    /// <summary>Adds to a value what exists: NaN adds nothing, and nothing plus nothing stays NaN.</summary>
    public void Add(int future, int year, double value)
    {
        ref double sum = ref _values[(future * years) + year];
        if (!double.IsNaN(value)) sum = double.IsNaN(sum) ? value : sum + value;
    }

    /// <summary>The median over futures, by year.</summary>
    public double[] Medians()
    {
        var medians = new double[years];
        var sample = new double[futures];
        for (int y = 0; y < years; y++)
        {
            for (int f = 0; f < futures; f++) sample[f] = _values[(f * years) + y];
            medians[y] = Quantiles.Median(sample);
        }

        return medians;
    }

    private static double[] NoValues(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }
}
