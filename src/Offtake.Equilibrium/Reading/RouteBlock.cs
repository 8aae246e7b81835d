namespace Offtake.Equilibrium.Reading;

/// <summary>Reads the block <c>routes</c>.</summary>
internal static class RouteBlock
{
    private const int MostRoutes = 200_000;
    private static readonly string[] Keys = ["from", "to", "between", "table", "good", "freight", "name"];

    public static void Read(YamlEntry root, ProblemDraft draft)
    {
        int before = draft.Faults.Count;
        HashSet<(int, int, int, string)> seen = [];
        foreach (YamlEntry entry in root.Entries("routes", Keys))
        {
            string name = entry.Text("name") ?? "";
            foreach ((int from, int to, int good, double freight) in Routes(entry, draft))
            {
                if (draft.Routes.Count >= MostRoutes)
                {
                    draft.Faults.Add(entry.At, "there are too many routes", null, $"up to {MostRoutes}", "leave out those nobody would use");
                    break;
                }

                if (seen.Add((from, to, good, name))) draft.Routes.Add(new Route(from, to, good, freight) { Name = name });
                else Repeated(entry, from, to, good, draft);
            }
        }

        draft.RoutesAreComplete = draft.Faults.Count == before;
    }

    private static IEnumerable<(int From, int To, int Good, double Freight)> Routes(YamlEntry entry, ProblemDraft draft)
    {
        string[] forms = [.. new[] { "from", "between", "table" }.Where(entry.Has)];
        if (forms.Length != 1)
        {
            draft.Faults.Add(entry.At, "it is not clear where a route leads", null, "one of 'from' with 'to', 'between' or 'table'", "write {from: a, to: b, freight: 3}");
            return [];
        }

        return forms[0] == "table" ? OfTable(entry, draft) : OfPairs(entry, draft, Pairs(entry, forms[0], draft));
    }

    private static List<(int From, int To)> Pairs(YamlEntry entry, string form, ProblemDraft draft)
    {
        List<(int, int)> pairs = [];
        int[] from = draft.FindRegions(entry, form);
        int[] to = form == "between" ? from : entry.Require("to", "name the region the route leads to") ? draft.FindRegions(entry, "to") : [];
        foreach (int f in from)
        {
            foreach (int t in to)
            {
                if (f != t) pairs.Add((f, t));
                else if (form == "from" && from.Length == 1 && to.Length == 1) ToItself(entry.PlaceOf("to"), f, draft);
            }
        }

        if (form == "between" && from.Length < 2)
            draft.Faults.Add(entry.PlaceOf(form), "'between' must name regions", null, "2 or more", "write between: [a, b]");
        return pairs;
    }

    private static IEnumerable<(int From, int To, int Good, double Freight)> OfPairs(YamlEntry entry, ProblemDraft draft, List<(int From, int To)> pairs)
    {
        if (!entry.Require("freight", "write it even if it is 0; absent is not zero")) return [];
        List<(int Good, double Freight)> goods = [];
        if (entry.Value("freight") is { IsMap: true } byGood)
        {
            if (entry.Has("good")) draft.Faults.Add(entry.PlaceOf("good"), "goods are named twice", null, null, "the names under 'freight' say which goods travel");
            foreach ((string name, Place at, NamedValue value) in byGood.Children(""))
            {
                int good = draft.Goods.Find(name, at, draft.Faults);
                if (value.Number(NumberRange.Any) is { } freight && good != NameTable.Nowhere) goods.Add((good, freight));
            }
        }
        else if (entry.Number("freight", NumberRange.Any) is { } one)
        {
            goods.AddRange(draft.FindGoods(entry, "good").Select(g => (g, one)));
        }

        return from pair in pairs from g in goods select (pair.From, pair.To, g.Good, g.Freight);
    }

    private static List<(int From, int To, int Good, double Freight)> OfTable(YamlEntry entry, ProblemDraft draft)
    {
        if (entry.Has("freight")) draft.Faults.Add(entry.PlaceOf("freight"), "freight is given twice", null, null, "the table holds it");
        List<(int, int, int, double)> routes = [];
        int[] goods = draft.FindGoods(entry, "good");
        foreach ((string fromName, Place fromAt, NamedValue row) in entry.Named("table"))
        {
            int from = draft.Regions.Find(fromName, fromAt, draft.Faults);
            foreach ((string toName, Place toAt, NamedValue value) in row.Children("write table: {from: {to: freight}}"))
            {
                int to = draft.Regions.Find(toName, toAt, draft.Faults);
                if (value.Number(NumberRange.Any) is not { } freight || from < 0 || to < 0) continue;
                if (from != to) routes.AddRange(goods.Select(g => (from, to, g, freight)));
                else if (freight != 0.0) ToItself(value.At, from, draft);
            }
        }

        return routes;
    }

    private static void ToItself(Place at, int region, ProblemDraft draft) =>
        draft.Faults.Add(at, "a route leads from a region to itself:", draft.Regions.Names[region], null, "goods move freely within a region; add such costs to the curves");

    private static void Repeated(YamlEntry entry, int from, int to, int good, ProblemDraft draft) =>
        draft.Faults.Add(
            entry.At, "a second route for", $"{draft.Goods.Names[good]} from {draft.Regions.Names[from]} to {draft.Regions.Names[to]}", null,
            "keep one, or give the second a 'name'");
}
