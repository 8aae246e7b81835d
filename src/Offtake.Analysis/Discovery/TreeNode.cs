namespace Offtake.Analysis.Discovery;

/// <summary>A set of rows of a tree and the question that parts it.</summary>
internal sealed class TreeNode
{
    public required double[] Tally { get; init; }

    public required double Rows { get; init; }

    public required double Loss { get; init; }

    public required double Prediction { get; init; }

    public required int Depth { get; init; }

    /// <summary>Column of the question; below zero in a leaf.</summary>
    public int Column { get; set; } = -1;

    /// <summary>Smallest number that goes right.</summary>
    public double Bound { get; set; }

    /// <summary>By word, whether it goes left.</summary>
    public bool[]? Words { get; set; }

    public TreeNode? Left { get; set; }

    public TreeNode? Right { get; set; }

    public bool IsLeaf => Column < 0;

    public bool GoesLeft(double value) => Words is { } words ? words[(int)value] : value < Bound;

    public TreeNode Next(Column[] columns, int row) => GoesLeft(columns[Column].Values[row]) ? Left! : Right!;

    /// <summary>Loss of all leaves below and their number.</summary>
    public (double Loss, int Leaves) Below()
    {
        if (IsLeaf) return (Loss, 1);
        (double left, int leftLeaves) = Left!.Below();
        (double right, int rightLeaves) = Right!.Below();
        return (left + right, leftLeaves + rightLeaves);
    }

    /// <summary>Loss saved by each leaf beyond one: what this branch is worth.</summary>
    public double Worth()
    {
        (double loss, int leaves) = Below();
        return (Loss - loss) / (leaves - 1);
    }

    public IEnumerable<TreeNode> Branches() => IsLeaf ? [] : Left!.Branches().Concat(Right!.Branches()).Append(this);
}
