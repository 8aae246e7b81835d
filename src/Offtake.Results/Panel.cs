using Offtake.Model.Quantities;

namespace Offtake.Results;

/// <summary>How long one period of a panel is.</summary>
public enum Frequency
{
    /// <summary>One period a month.</summary>
    Monthly,

    /// <summary>One period a calendar year; flows are summed over its months.</summary>
    Yearly,
}

/// <summary>A column of numbers. Its name ends in its unit, such as <c>stock_t</c> or <c>price_usd_per_unit</c>.</summary>
/// <param name="Name">Snake-case name with the unit.</param>
/// <param name="Title">What it means, for readers.</param>
/// <param name="Unit">The unit in words, for axis titles.</param>
public sealed record Column(string Name, string Title, string Unit);

/// <summary>A table of results: one row for every future, period and entity, with the same columns.</summary>
/// <remarks>
/// Values lie future by future, period by period, entity by entity, column by column, so that workers that record different futures
/// never touch the same memory. A value that does not exist is NaN, never 0.
/// </remarks>
public sealed class Panel
{
    private readonly double[] _values;
    private readonly int _entities;
    private readonly int _columns;

    /// <summary>Makes an empty panel, all NaN.</summary>
    /// <param name="name">Table name, singular, such as <c>market</c>.</param>
    /// <param name="keys">Names of the columns that identify an entity, such as commodity and region.</param>
    /// <param name="entities">One row of key values per entity.</param>
    /// <param name="columns">The recorded columns.</param>
    /// <param name="frequency">Months or years.</param>
    /// <param name="futures">Number of futures.</param>
    /// <param name="first">First month of the run.</param>
    /// <param name="periods">Number of periods.</param>
    public Panel(
        string name, IReadOnlyList<string> keys, IReadOnlyList<IReadOnlyList<string>> entities, IReadOnlyList<Column> columns,
        Frequency frequency, int futures, Month first, int periods)
    {
        Name = name;
        Keys = keys;
        Entities = entities;
        Columns = columns;
        Frequency = frequency;
        FutureCount = futures;
        First = first;
        PeriodCount = periods;
        _entities = entities.Count;
        _columns = columns.Count;
        _values = new double[(long)futures * periods * entities.Count * columns.Count];
        Array.Fill(_values, double.NaN);
    }

    /// <summary>Table name.</summary>
    public string Name { get; }

    /// <summary>Names of the key columns.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>Key values by entity.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Entities { get; }

    /// <summary>Recorded columns.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Months or years.</summary>
    public Frequency Frequency { get; }

    /// <summary>Number of futures.</summary>
    public int FutureCount { get; }

    /// <summary>First month of the run.</summary>
    public Month First { get; }

    /// <summary>Number of periods.</summary>
    public int PeriodCount { get; }

    /// <summary>The columns of one entity in one period of one future, to read or write.</summary>
    public Span<double> Row(int future, int period, int entity) =>
        _values.AsSpan(((((future * PeriodCount) + period) * _entities) + entity) * _columns, _columns);

    /// <summary>One value.</summary>
    public double this[int future, int period, int entity, int column] => Row(future, period, entity)[column];

    /// <summary>The index of a column by name.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public int ColumnOf(string name)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == name) return i;
        }

        throw new ArgumentException($"Panel '{Name}' has no column '{name}'; it has {string.Join(", ", Columns.Select(c => c.Name))}.", nameof(name));
    }

    /// <summary>The first entity with the given key values, or -1.</summary>
    public int EntityOf(params ReadOnlySpan<string> keys)
    {
        for (int i = 0; i < Entities.Count; i++)
        {
            bool same = true;
            for (int k = 0; k < keys.Length && same; k++) same = Entities[i][k] == keys[k];
            if (same) return i;
        }

        return -1;
    }

    /// <summary>The label of a period: <c>2025-01</c> or <c>2025</c>.</summary>
    public string PeriodLabel(int period) =>
        Frequency == Frequency.Monthly ? (First + period).ToString() : (First.Year + period).ToString("0000");
}
