namespace Offtake.Analysis.Discovery;

/// <summary>How large a tree grows and how it is cut back.</summary>
/// <param name="LeastLeaf">Fewest rows in a leaf; 0 for one in a hundred, at least five.</param>
/// <param name="MostDepth">Most questions from the root to a leaf, 1 to 30.</param>
/// <param name="Folds">Parts for cross-validation; 0 leaves the tree as it has grown.</param>
/// <param name="Seed">How rows fall to the parts.</param>
/// <param name="Workers">Threads at a time; 0 for one a core.</param>
public sealed record TreeOptions(int LeastLeaf = 0, int MostDepth = 4, int Folds = 10, ulong Seed = 1, int Workers = 0)
{
    internal int LeastLeafOf(int rows) => LeastLeaf > 0 ? LeastLeaf : Math.Max(5, rows / 100);

    internal void MustBeUsable()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(LeastLeaf);
        if (MostDepth is < 1 or > 30) throw new ArgumentOutOfRangeException(nameof(MostDepth), MostDepth, "From 1 to 30.");
        if (Folds is 1 or < 0 or > 100) throw new ArgumentOutOfRangeException(nameof(Folds), Folds, "0, or from 2 to 100.");
    }
}
