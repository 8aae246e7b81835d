namespace Offtake.Analysis.Discovery;

/// <summary>What a tree foretells: a class or a number, row by row, and how mixed a set of rows is.</summary>
internal sealed class TreeTarget
{
    private TreeTarget(double[] values, IReadOnlyList<string>? classes)
    {
        Values = values;
        Classes = classes;
    }

    public double[] Values { get; }

    /// <summary>Names of the classes; null when a number is foretold.</summary>
    public IReadOnlyList<string>? Classes { get; }

    public static TreeTarget Of(Column outcome) => new(outcome.Values, outcome.Categories);

    /// <summary>Length of a tally: rows by class, or number of rows, sum and sum of squares.</summary>
    public int TallyLength => Classes?.Count ?? 3;

    public void Add(int row, double sign, double[] tally)
    {
        double y = Values[row];
        if (Classes is not null)
        {
            tally[(int)y] += sign;
            return;
        }

        tally[0] += sign;
        tally[1] += sign * y;
        tally[2] += sign * y * y;
    }

    /// <summary>Rows times Gini's index, or the sum of squared deviations.</summary>
    public double Impurity(double[] tally, double rows)
    {
        if (rows == 0.0) return 0.0;
        if (Classes is null) return Math.Max(0.0, tally[2] - (tally[1] * tally[1] / rows));
        double squares = 0.0;
        foreach (double n in tally) squares += n * n;
        return rows - (squares / rows);
    }

    /// <summary>What the tree gets wrong here: rows of other classes, or squared deviations.</summary>
    public double Loss(double[] tally, double rows) => Classes is null ? Impurity(tally, rows) : rows - tally.Max();

    /// <summary>The most frequent class (the first of equals), or the mean.</summary>
    public double Prediction(double[] tally) => Classes is null ? tally[1] / tally[0] : Array.IndexOf(tally, tally.Max());

    public double LossOf(int row, double prediction) => Classes is null ? (Values[row] - prediction) * (Values[row] - prediction) : Values[row] == prediction ? 0.0 : 1.0;
}
