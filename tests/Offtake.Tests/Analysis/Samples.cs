using Offtake.Analysis;

namespace Offtake.Tests.Analysis;

/// <summary>Made-up samples for the analyses.</summary>
internal static class Samples
{
    public static double[] Uniform(int rows, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())];
    }

    public static double[] Normal(int rows, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, rows).Select(_ => Math.Sqrt(-2.0 * Math.Log(1.0 - random.NextDouble())) * Math.Cos(2.0 * Math.PI * random.NextDouble()))];
    }

    public static Column[] Columns(int rows, int count, int seed) => [.. Enumerable.Range(0, count).Select(c => Column.OfNumbers($"x{c}", Uniform(rows, (100 * seed) + c)))];

    public static int[] Shuffled(int rows, int seed)
    {
        int[] order = [.. Enumerable.Range(0, rows)];
        new Random(seed).Shuffle(order);
        return order;
    }

    /// <summary>Ishigami and Homma's function with a = 7 and b = 0.1, of shares of the range from −π to π.</summary>
    public static double Ishigami(ReadOnlySpan<double> p)
    {
        double x1 = Math.PI * ((2.0 * p[0]) - 1.0), s2 = Math.Sin(Math.PI * ((2.0 * p[1]) - 1.0)), x3 = Math.PI * ((2.0 * p[2]) - 1.0);
        return Math.Sin(x1) + (7.0 * s2 * s2) + (0.1 * x3 * x3 * x3 * x3 * Math.Sin(x1));
    }

    public static Column[] Iris(out Column species)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Offtake.slnx"))) folder = folder.Parent;
        string[][] rows = [.. File.ReadAllLines(Path.Combine(folder.FullName, "docs", "examples", "iris.csv")).Select(l => l.Split(','))];
        species = Column.OfWords("species", [.. rows.Skip(1).Select(r => r[4])]);
        return [.. Enumerable.Range(0, 4).Select(c => Column.OfNumbers(rows[0][c], [.. rows.Skip(1).Select(r => double.Parse(r[c], System.Globalization.CultureInfo.InvariantCulture))]))];
    }
}
