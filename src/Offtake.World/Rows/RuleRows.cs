using System.Reflection;
using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads a table of rules into a record: one row a property, found by its <see cref="RowAttribute"/>. No row may be missing.</summary>
internal static class RuleRows<T>
    where T : class
{
    private static readonly (PropertyInfo Property, string Id)[] Bindings =
    [
        .. typeof(T).GetProperties()
            .Select(p => (Property: p, Row: p.GetCustomAttribute<RowAttribute>()))
            .Where(p => p.Row is not null)
            .Select(p => (p.Property, p.Row!.Id)),
    ];

    /// <summary>The ids of all rows there must be.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Bindings.Select(b => b.Id)];

    /// <summary>The record; <see cref="WitnessBook.Unread"/> stands where a row is missing or wrong, which has been reported.</summary>
    /// <param name="world">The draft.</param>
    /// <param name="shape">The table.</param>
    /// <param name="kindOf">Which values are possible, by id and unit.</param>
    public static T Read(WorldDraft world, TableShape shape, Func<string, string, NumberKind> kindOf)
    {
        Table table = world[shape];
        Dictionary<string, Parameter> valueOf = [];
        NameList known = new("parameter", isComplete: true);
        foreach (string id in Ids) known.Add(id);
        foreach (Row row in table.Rows)
        {
            string id = row.Required("id");
            if (id.Length > 0 && known.Find(id, row.At, world.Problems) >= 0) valueOf.TryAdd(id, Value(row, id, kindOf, world));
        }

        T rules = Activator.CreateInstance<T>();
        List<string> missing = [];
        foreach ((PropertyInfo property, string id) in Bindings)
        {
            if (!valueOf.TryGetValue(id, out Parameter? value)) missing.Add(id);
            property.SetValue(rules, value ?? WitnessBook.Unread);
        }

        if (table.IsComplete)
        {
            foreach (string id in missing)
                world.Problems.Error(new Place(table.Label, 0), "missing parameter", id, null, "add its row with value, range and source");
        }

        return rules;
    }

    private static Parameter Value(Row row, string id, Func<string, string, NumberKind> kindOf, WorldDraft world)
    {
        if (row.Text("value").Length == 0) row.Required("value");
        if (row.Text("value").Length == 0) return WitnessBook.Unread;
        NumberKind kind = kindOf(id, row.Required("unit"));
        double? low = EvidenceRows.Plain(row, "low", isRequired: false, world.Problems);
        double? high = EvidenceRows.Plain(row, "high", isRequired: false, world.Problems);
        string distribution = row.Text("distribution");
        WitnessedNumber? number = NumberCell.Read(world.Book, row, "value", kind, world.Problems);
        if (number is null) return WitnessBook.Unread;
        if (number.Assumption is not null)
        {
            if (low is not null || high is not null)
                world.Problems.Error(
                    row.At, $"'{id}' rests on an assumption and has a range of its own:", row.Text("value"), null,
                    "keep the range in assumptions.csv only");
            return world.Book.Register(number.ToParameter());
        }

        if (distribution.Length == 0 && low is null && high is null) return world.Book.Register(number.ToParameter());
        Spread? spread = SpreadOf(row, id, distribution, low, number.Value, high, kind, world);
        return spread is { } s
            ? world.Book.Register(Parameter.Sourced(number.Id, number.Value, kind.Unit, s, number.Sources, row.At.ToString()))
            : WitnessBook.Unread;
    }

    private static Spread? SpreadOf(Row row, string id, string distribution, double? low, double value, double? high, NumberKind kind, WorldDraft world)
    {
        if ((low ?? kind.Least) < kind.Least || (high ?? kind.Most) > kind.Most)
        {
            world.Problems.Error(
                row.At, $"the range of '{id}' reaches too far:", $"{low}..{high}", kind.Bound,
                "no value outside that is possible; narrow the range");
            return null;
        }

        if (distribution.Length > 0)
            return RangeRule.Stated(distribution, low, value, high, id, row.At, world.Problems) is { } stated ? SpreadRule.Stated(stated, value, kind) : null;
        if (low is { } l && high is { } h)
            return RangeRule.Holds(l, value, h, id, row.At, world.Problems) ? SpreadRule.Between(value, l, h, kind) : null;
        world.Problems.Error(row.At, $"'{id}' has half a range:", $"{low}..{high}", null, "fill both low and high, or neither");
        return null;
    }
}
