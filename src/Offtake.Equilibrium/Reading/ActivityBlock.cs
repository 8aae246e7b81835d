namespace Offtake.Equilibrium.Reading;

/// <summary>Reads the block <c>activities</c>.</summary>
internal static class ActivityBlock
{
    private static readonly string[] Keys = ["name", "region", "inputs", "outputs", "marginal_cost", "capacity"];

    public static void Read(YamlEntry root, ProblemDraft draft)
    {
        foreach (YamlEntry entry in root.Entries("activities", Keys))
        {
            entry.Require("name", "results need it");
            entry.Require("region", "say where it runs, or several as [a, b]");
            entry.Require("marginal_cost", "write 0 if inputs are the only cost; absent is not zero");
            string name = entry.Text("name") ?? "";
            Dictionary<int, double> flows = [];
            ReadFlows(entry, "outputs", 1.0, flows, draft);
            ReadFlows(entry, "inputs", -1.0, flows, draft);
            if (!entry.Has("outputs") && !entry.Has("inputs"))
                draft.Faults.Add(entry.At, "an activity neither makes nor takes anything", null, null, "write outputs: {name: quantity per unit of level}");
            double? capacity = entry.Number("capacity", NumberRange.NotNegative);
            (double intercept, double slope) = Cost(entry, draft);
            foreach (int region in draft.FindRegions(entry, "region"))
            {
                if (draft.Activities.Exists(a => a.Region == region && a.Name == name))
                    draft.Faults.Add(entry.PlaceOf("name"), "repeated activity", name, null, "give each one in a region its own name");
                draft.Activities.Add(new Activity(
                    name, region, [.. flows.Select(f => new ActivityFlow(f.Key, f.Value))], intercept, slope, capacity ?? double.PositiveInfinity));
            }
        }
    }

    private static void ReadFlows(YamlEntry entry, string key, double sign, Dictionary<int, double> flows, ProblemDraft draft)
    {
        foreach ((string name, Place at, NamedValue value) in entry.Named(key))
        {
            int good = draft.Goods.Find(name, at, draft.Faults);
            if (value.Number(NumberRange.Positive) is not { } perLevel || good == NameTable.Nowhere) continue;
            if (!flows.TryAdd(good, sign * perLevel))
                draft.Faults.Add(at, "both input and output:", name, null, "write the difference on one side");
        }
    }

    private static (double Intercept, double Slope) Cost(YamlEntry entry, ProblemDraft draft)
    {
        if (entry.Spot("marginal_cost") is not { } spot || CurveText.Read(spot.Text, 'q', spot.At, draft.Faults) is not { } line) return (0.0, 0.0);
        if (line.Others.Count > 0)
            draft.Faults.Add(line.Others[0].At, "the cost of an activity cannot depend on a good:", line.Others[0].Name, null, "make it an input, or write q for the level");
        if (line.Own < 0.0)
            draft.Faults.Add(spot.At, "marginal cost falls with the level in", spot.Text, "a term in q that is 0 or above", "check the sign");
        return (line.Constant, line.Own);
    }
}
