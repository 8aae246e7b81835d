using Offtake.Model.Quantities;

namespace Offtake.Results;

/// <summary>The yearly series of a run under names for readers.</summary>
/// <remarks>
/// Only whole calendar years are there: a sum over half a year would pass for a year's. Titles lose their bars, which part the names of
/// variables; when two ids of a kind bear one title, the id follows in brackets, so that no two rows have the same name.
/// </remarks>
internal sealed class IamcTable
{
    private const string World = "World";

    private readonly RunResults _results;
    private readonly Dictionary<(string Region, string Variable, string Unit), IamcSeries> _byName = [];

    private IamcTable(RunResults results)
    {
        _results = results;
        FutureIndices = Futures.Whole(results);
        Month from = results.Manifest.From;
        Month to = results.Manifest.To;
        Years = [.. Enumerable.Range(from.Year, to.Year - from.Year + 1).Where(y => Month.Of(y, 1) >= from && Month.Of(y, 12) <= to)];
    }

    /// <summary>The whole calendar years of the run.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Indices of the whole futures.</summary>
    public IReadOnlyList<int> FutureIndices { get; }

    /// <summary>The series, in the order of the rules and of the panels.</summary>
    public List<IamcSeries> Series { get; } = [];

    /// <summary>Gathers the series of a run.</summary>
    public static IamcTable Of(RunResults results)
    {
        IamcTable table = new(results);
        foreach (IamcRule rule in IamcRule.All)
        {
            if (results.Panels.TryGetValue(rule.Panel, out Panel? panel)) table.Add(rule, panel);
        }

        return table;
    }

    private void Add(IamcRule rule, Panel panel)
    {
        int column = panel.ColumnOf(rule.Column);
        int unitKey = KeyOf(panel, "unit");
        string[] subjects = NamesOf(panel, rule.Subject);
        string[]? regions = rule.Region is null ? null : NamesOf(panel, rule.Region);
        string[]? destinations = rule.Destination is null ? null : NamesOf(panel, rule.Destination);

        for (int e = 0; e < panel.Entities.Count; e++)
        {
            string region = regions?[e] ?? World;
            string variable = $"{rule.Prefix}|{subjects[e]}" + (destinations is null ? "" : $"|{region}>{destinations[e]}");
            string unit = rule.UnitOf(unitKey < 0 ? panel.Columns[column].Unit : panel.Entities[e][unitKey]);
            IamcSeries series = Named(region, variable, unit);
            IamcSeries? world = rule.AddsUp && region != World ? Named(World, variable, unit) : null;
            for (int f = 0; f < FutureIndices.Count; f++)
            {
                for (int y = 0; y < Years.Count; y++)
                {
                    double value = OfYear(panel, rule.Rule, FutureIndices[f], e, column, Years[y]);
                    series.Add(f, y, value);
                    world?.Add(f, y, value);
                }
            }
        }
    }

    private IamcSeries Named(string region, string variable, string unit)
    {
        if (_byName.TryGetValue((region, variable, unit), out IamcSeries? series)) return series;

        series = new IamcSeries(region, variable, unit, FutureIndices.Count, Years.Count);
        _byName.Add((region, variable, unit), series);
        Series.Add(series);
        return series;
    }

    private static double OfYear(Panel panel, YearRule rule, int future, int entity, int column, int year)
    {
        int january = Month.Of(year, 1) - panel.First;
        if (future >= panel.FutureCount || january < 0 || january + 12 > panel.PeriodCount) return double.NaN;
        if (rule == YearRule.End) return panel[future, january + 11, entity, column];

        double sum = 0;
        int months = 0;
        for (int period = january; period < january + 12; period++)
        {
            double value = panel[future, period, entity, column];
            if (double.IsNaN(value)) continue;
            sum += value;
            months++;
        }

        return months == 0 ? double.NaN : rule == YearRule.Mean ? sum / months : sum;
    }

    /// <summary>The name of each entity's value of a key.</summary>
    private string[] NamesOf(Panel panel, string key)
    {
        int k = KeyOf(panel, key);
        string known = string.Join(", ", panel.Keys);
        if (k < 0) throw new ArgumentException($"Panel '{panel.Name}' has no key '{key}'; it has {known}.", nameof(key));

        string Title(string id) => _results.Titles.GetValueOrDefault(id, id).Replace('|', '/');
        string[] ids = [.. panel.Entities.Select(entity => entity[k])];
        HashSet<string> ambiguous = [.. ids.Distinct().GroupBy(Title).Where(g => g.Count() > 1).Select(g => g.Key)];
        return [.. ids.Select(id => ambiguous.Contains(Title(id)) ? $"{Title(id)} ({id})" : Title(id))];
    }

    private static int KeyOf(Panel panel, string key)
    {
        for (int k = 0; k < panel.Keys.Count; k++)
        {
            if (panel.Keys[k] == key) return k;
        }

        return -1;
    }
}
