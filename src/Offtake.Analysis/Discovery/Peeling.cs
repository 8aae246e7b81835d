namespace Offtake.Analysis.Discovery;

/// <summary>Takes thin slices off a box, always the one that pays most, until the box is as small as allowed or holds nothing but rows of interest.</summary>
internal sealed class Peeling
{
    private readonly PrimSample _sample;
    private readonly PrimOptions _options;
    private readonly int[][] _order;
    private readonly bool[] _gone;
    private int _rows;
    private int _cases;
    private Box _box = Box.Whole;

    public Peeling(PrimSample sample, PrimOptions options)
    {
        _sample = sample;
        _options = options;
        _rows = sample.Cases.Length;
        _cases = sample.Cases.Count(c => c);
        _gone = new bool[_rows];

        // Every column sorted once; a step only closes the gaps.
        _order = [.. sample.Columns.Select(c =>
        {
            double[] keys = [.. c.Values];
            int[] rows = [.. Enumerable.Range(0, keys.Length)];
            Array.Sort(keys, rows);
            return rows;
        })];
    }

    public IReadOnlyList<PrimBox> Trajectory()
    {
        List<PrimBox> steps = [_sample.Weigh(_box, _rows, _cases)];
        while (_cases < _rows && Best() is { } slice)
        {
            Take(slice);
            steps.Add(_sample.Weigh(_box, _rows, _cases));
        }

        return steps;
    }

    private Slice? Best()
    {
        Slice? best = null;
        for (int c = 0; c < _order.Length; c++)
        {
            foreach (Slice slice in _sample.Columns[c].Categories is null ? Ends(c) : Kinds(c))
            {
                if (_rows - slice.Rows < _sample.LeastRows(_options)) continue;
                if (best is null || Score(slice) > Score(best) || (Score(slice) == Score(best) && slice.Rows < best.Rows)) best = slice;
            }
        }

        return best;
    }

    private double Score(Slice slice)
    {
        double after = (double)(_cases - slice.Cases) / (_rows - slice.Rows);
        return _options.Objective == PeelObjective.Density ? after : (after - ((double)_cases / _rows)) / slice.Rows;
    }

    // Equal values go together: the bound moves inwards until it lies between two different ones.
    private IEnumerable<Slice> Ends(int c)
    {
        double[] x = _sample.Columns[c].Values;
        int[] order = _order[c];
        int last = _rows - 1;
        double place = last * _options.Peel;
        int inner = (int)Math.Floor(place), outer = (int)Math.Ceiling(place);
        while (outer < last && x[order[outer]] == x[order[inner]]) outer++;
        if (x[order[outer]] != x[order[inner]]) yield return Counted(c, 0, outer, low: Between(x[order[outer - 1]], x[order[outer]]), high: null);

        place = last * (1.0 - _options.Peel);
        (inner, outer) = ((int)Math.Floor(place), (int)Math.Ceiling(place));
        while (inner > 0 && x[order[inner]] == x[order[outer]]) inner--;
        if (x[order[outer]] != x[order[inner]]) yield return Counted(c, inner + 1, _rows, low: null, high: Between(x[order[inner]], x[order[inner + 1]]));
    }

    private IEnumerable<Slice> Kinds(int c)
    {
        int[] order = _order[c];
        double[] x = _sample.Columns[c].Values;
        for (int start = 0; start < _rows;)
        {
            int end = start;
            while (end < _rows && x[order[end]] == x[order[start]]) end++;
            if (end - start < _rows) yield return Counted(c, start, end, null, null);
            start = end;
        }
    }

    private Slice Counted(int c, int start, int end, double? low, double? high)
    {
        int found = 0;
        for (int n = start; n < end; n++) found += _sample.Cases[_order[c][n]] ? 1 : 0;
        return new Slice(c, start, end, found, low, high);
    }

    // Always above the lower and never above the upper, also between neighbours among the numbers of the machine.
    internal static double Between(double lower, double upper)
    {
        double middle = lower + ((upper - lower) / 2.0);
        return middle > lower && middle <= upper ? middle : upper;
    }

    private void Take(Slice slice)
    {
        Column column = _sample.Columns[slice.Column];
        Limit now = _sample.LimitOf(_box, column);
        string? word = column.Categories?[(int)column.Values[_order[slice.Column][slice.Start]]];
        Limit next = word is null
            ? now with { Low = slice.Low ?? now.Low, High = slice.High ?? now.High }
            : now with { Allowed = [.. now.Allowed!.Where(w => w != word)] };
        _box = _sample.With(_box, next);
        for (int n = slice.Start; n < slice.End; n++) _gone[_order[slice.Column][n]] = true;
        foreach (int[] order in _order)
        {
            int kept = 0;
            for (int n = 0; n < _rows; n++)
            {
                if (!_gone[order[n]]) order[kept++] = order[n];
            }
        }

        _rows -= slice.Rows;
        _cases -= slice.Cases;
    }

    private sealed record Slice(int Column, int Start, int End, int Cases, double? Low, double? High)
    {
        public int Rows => End - Start;
    }
}
