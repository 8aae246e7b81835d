using Offtake.Results;

namespace Offtake.Reporting.Readings;

/// <summary>A panel as a report reads it: by names of keys and columns, with NaN for whatever was not recorded.</summary>
internal sealed class TableReading
{
    private readonly Panel? _panel;
    private readonly Dictionary<string, int> _columns = [];
    private readonly Dictionary<string, int> _keys = [];

    /// <summary>Wraps a panel, or the absence of one.</summary>
    public TableReading(Panel? panel)
    {
        _panel = panel;
        for (int i = 0; i < (panel?.Columns.Count ?? 0); i++) _columns[panel!.Columns[i].Name] = i;
        for (int i = 0; i < (panel?.Keys.Count ?? 0); i++) _keys[panel!.Keys[i]] = i;
    }

    /// <summary>Whether the panel was recorded and has rows.</summary>
    public bool Exists => _panel is { Entities.Count: > 0, PeriodCount: > 0, FutureCount: > 0 };

    /// <summary>Indices of all entities.</summary>
    public IEnumerable<int> Entities => Enumerable.Range(0, _panel?.Entities.Count ?? 0);

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Columns => [.. _panel?.Columns.Select(c => c.Name) ?? []];

    /// <summary>What a column is called for readers; null when there is no such column.</summary>
    public string? Heading(string column) => _columns.TryGetValue(column, out int c) ? _panel!.Columns[c].Title : null;

    /// <summary>Number of futures, completed or not.</summary>
    public int Futures => _panel?.FutureCount ?? 0;

    /// <summary>A key value of an entity; empty when there is no such key.</summary>
    public string Key(int entity, string key) => _panel is not null && _keys.TryGetValue(key, out int k) ? _panel.Entities[entity][k] : "";

    /// <summary>Distinct values of a key, in order of first appearance.</summary>
    public IReadOnlyList<string> Distinct(string key) => [.. Entities.Select(e => Key(e, key)).Distinct()];

    /// <summary>Entities with the given key value.</summary>
    public IEnumerable<int> Where(string key, string value) => Entities.Where(e => Key(e, key) == value);

    /// <summary>One value; NaN when there is no such panel, column or period.</summary>
    public double At(int future, int period, int entity, string column) =>
        _panel is not null && period >= 0 && period < _panel.PeriodCount && _columns.TryGetValue(column, out int c) ? _panel[future, period, entity, c] : double.NaN;

    /// <summary>The sum over a window; NaN when any of its months is missing.</summary>
    public double Sum(int future, Window window, int entity, string column)
    {
        double sum = window.Count == 0 ? double.NaN : 0;
        for (int p = window.Start; p < window.Start + window.Count; p++) sum += At(future, p, entity, column);
        return sum;
    }

    /// <summary>The mean over the recorded months of a window.</summary>
    public double Mean(int future, Window window, int entity, string column)
    {
        double sum = 0;
        int count = 0;
        for (int p = window.Start; p < window.Start + window.Count; p++)
        {
            double value = At(future, p, entity, column);
            if (!double.IsFinite(value)) continue;
            sum += value;
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }

    /// <summary>The value at the end of a window.</summary>
    public double End(int future, Window window, int entity, string column) =>
        window.Count == 0 ? double.NaN : At(future, window.Start + window.Count - 1, entity, column);

    /// <summary>The value of a yearly panel in a calendar year.</summary>
    public double InYear(int future, int year, int entity, string column) =>
        _panel is null ? double.NaN : At(future, year - _panel.First.Year, entity, column);
}
