namespace Offtake.Analysis;

/// <summary>Finds the nearest points of a point among all, itself among them, by some of their coordinates.</summary>
/// <remarks>
/// A k-d tree: Bentley (1975), Communications of the ACM 18:509. A search starts in the leaf that holds the point itself, so that among many points at one place those that happen to share its leaf are taken.
/// </remarks>
internal sealed class NeighbourTree
{
    private const int LeafSize = 8;

    private readonly double[][] _columns;
    private readonly int[] _points;
    private readonly int[] _slot;
    private readonly byte[] _axis;
    private readonly double[] _bound;

    public NeighbourTree(double[][] columns, int points)
    {
        _columns = columns;
        _points = [.. Enumerable.Range(0, points)];
        _axis = new byte[points];
        _bound = new double[points];
        Split(0, points, new double[points]);
        _slot = new int[points];
        for (int s = 0; s < points; s++) _slot[_points[s]] = s;
    }

    /// <summary>Writes the nearest points of one, as many as the span is long.</summary>
    public void Nearest(int point, Span<int> nearest)
    {
        Span<double> distances = stackalloc double[nearest.Length];
        distances.Fill(double.PositiveInfinity);
        Search(point, 0, _points.Length, nearest, distances);
    }

    private void Search(int point, int start, int end, Span<int> nearest, Span<double> distances)
    {
        if (end - start <= LeafSize)
        {
            for (int s = start; s < end; s++) Offer(point, _points[s], nearest, distances);
            return;
        }

        int middle = (start + end) / 2;
        double gap = _columns[_axis[middle]][point] - _bound[middle];
        bool left = _slot[point] < start || _slot[point] >= end ? gap < 0.0 : _slot[point] < middle;
        if (left) Search(point, start, middle, nearest, distances);
        else Search(point, middle, end, nearest, distances);
        if (gap * gap >= distances[^1]) return;
        if (left) Search(point, middle, end, nearest, distances);
        else Search(point, start, middle, nearest, distances);
    }

    private void Offer(int point, int other, Span<int> nearest, Span<double> distances)
    {
        double distance = 0.0;
        foreach (double[] x in _columns) distance += (x[point] - x[other]) * (x[point] - x[other]);
        int k = distances.Length - 1;
        if (distance >= distances[k]) return;
        for (; k > 0 && distances[k - 1] > distance; k--) (distances[k], nearest[k]) = (distances[k - 1], nearest[k - 1]);
        (distances[k], nearest[k]) = (distance, other);
    }

    // The widest axis is halved at the middle point.
    private void Split(int start, int end, double[] keys)
    {
        if (end - start <= LeafSize) return;
        int axis = 0;
        double widest = -1.0;
        for (int c = 0; c < _columns.Length; c++)
        {
            double low = double.PositiveInfinity, high = double.NegativeInfinity;
            for (int s = start; s < end; s++)
            {
                double x = _columns[c][_points[s]];
                low = Math.Min(low, x);
                high = Math.Max(high, x);
            }

            if (high - low > widest) (axis, widest) = (c, high - low);
        }

        for (int s = start; s < end; s++) keys[s] = _columns[axis][_points[s]];
        int middle = (start + end) / 2;
        Select(keys, start, end - 1, middle);
        (_axis[middle], _bound[middle]) = ((byte)axis, keys[middle]);
        Split(start, middle, keys);
        Split(middle, end, keys);
    }

    // Hoare (1961), Communications of the ACM 4:321: the smaller keys before a place, the larger after it.
    private void Select(double[] keys, int low, int high, int place)
    {
        while (low < high)
        {
            double pivot = keys[(low + high) / 2];
            int i = low, j = high;
            while (i <= j)
            {
                while (keys[i] < pivot) i++;
                while (keys[j] > pivot) j--;
                if (i > j) break;
                (keys[i], keys[j]) = (keys[j], keys[i]);
                (_points[i], _points[j]) = (_points[j], _points[i]);
                i++;
                j--;
            }

            if (place <= j) high = j;
            else if (place >= i) low = i;
            else return;
        }
    }
}
