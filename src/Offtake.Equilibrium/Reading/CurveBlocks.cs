namespace Offtake.Equilibrium.Reading;

/// <summary>Reads the blocks <c>demand</c> and <c>supply</c>.</summary>
internal static class CurveBlocks
{
    private static readonly string[] DemandKeys = ["region", "good", "price", "quantity"];
    private static readonly string[] SupplyKeys = [.. DemandKeys, "capacity"];

    public static void Read(YamlEntry root, ProblemDraft draft)
    {
        int before = draft.Faults.Count;
        foreach (YamlEntry entry in root.Entries("demand", DemandKeys)) ReadEntry(entry, draft.Demand, draft, isDemand: true);
        foreach (YamlEntry entry in root.Entries("supply", SupplyKeys)) ReadEntry(entry, draft.Supply, draft, isDemand: false);

        // A curve that could not be read would be missed by those that name its good.
        if (draft.Faults.Count > before) return;
        CheckCrossTerms(draft.Demand, draft, "demand");
        CheckCrossTerms(draft.Supply, draft, "supply");
    }

    private static void ReadEntry(YamlEntry entry, List<(Curve Curve, YamlEntry Entry)> curves, ProblemDraft draft, bool isDemand)
    {
        FaultList faults = draft.Faults;
        entry.Require("region", "name a region, or several as [a, b]");
        entry.Require("good", "name a good, or several as [a, b]");
        if (entry.Has("price") == entry.Has("quantity"))
        {
            faults.Add(
                entry.At, entry.Has("price") ? "a curve is given twice" : "a curve is missing", null, "either 'price' or 'quantity'",
                isDemand ? "write price: 42 - 2 q, or quantity: 21 - 0.5 p" : "write price: 9 + q, or quantity: 2 p - 5");
            return;
        }

        CurveForm form = entry.Has("price") ? CurveForm.Price : CurveForm.Quantity;
        (string key, char letter) = form == CurveForm.Price ? ("price", 'q') : ("quantity", 'p');
        double? capacity = entry.Number("capacity", NumberRange.NotNegative);
        if (entry.Spot(key) is not { } spot || CurveText.Read(spot.Text, letter, spot.At, faults) is not { } line) return;
        List<(int Good, double Coefficient)> others = Others(line, draft);
        foreach (int region in draft.FindRegions(entry, "region"))
        {
            foreach (int good in entry.Has("good") ? draft.FindGoods(entry, "good") : [])
            {
                double own = line.Own + others.Where(o => o.Good == good).Sum(o => o.Coefficient);
                if (isDemand ? own > 0.0 : own < 0.0)
                {
                    faults.Add(
                        spot.At, isDemand ? "demand rises with its own price or quantity in" : "supply falls with its own price or quantity in", spot.Text,
                        isDemand ? $"a term in {letter} that is 0 or below" : $"a term in {letter} that is 0 or above", "check the sign");
                    return;
                }

                if (curves.Exists(c => c.Curve.Region == region && c.Curve.Good == good))
                    faults.Add(entry.At, "a second curve for", $"{draft.Goods.Names[good]} in {draft.Regions.Names[region]}", null, isDemand ? "add the curves up, or put the second buyers into a region of their own" : "write the second source as an activity");
                else curves.Add((new Curve(region, good, form, line.Constant, [new CurveTerm(good, own), .. Terms(others, good)]) { Capacity = capacity ?? double.PositiveInfinity }, entry));
            }
        }
    }

    private static IEnumerable<CurveTerm> Terms(List<(int Good, double Coefficient)> others, int own) =>
        others.Where(o => o.Good != own).Select(o => new CurveTerm(o.Good, o.Coefficient));

    private static List<(int Good, double Coefficient)> Others(CurveText line, ProblemDraft draft)
    {
        List<(int, double)> others = [];
        foreach ((string name, Place at, double coefficient) in line.Others)
        {
            int good = draft.Goods.Find(name, at, draft.Faults);
            if (good != NameTable.Nowhere) others.Add((good, coefficient));
        }

        return others;
    }

    // A quantity can only be asked of a curve that has one, and prices at which a curve is read are not known to a curve of the other form.
    private static void CheckCrossTerms(List<(Curve Curve, YamlEntry Entry)> curves, ProblemDraft draft, string side)
    {
        foreach ((Curve curve, YamlEntry entry) in curves)
        {
            foreach (CurveTerm term in curve.Terms.Where(t => t.Good != curve.Good))
            {
                Curve? other = curves.Select(c => c.Curve).FirstOrDefault(c => c.Region == curve.Region && c.Good == term.Good);
                if (other?.Form == curve.Form || (other is null && curve.Form == CurveForm.Quantity)) continue;
                string name = $"{draft.Goods.Names[term.Good]} in {draft.Regions.Names[curve.Region]}";
                if (other is null) draft.Faults.Add(entry.At, $"a {side} curve uses the quantity of a good that has no {side} curve:", name, null, "add that curve, or drop the term");
                else draft.Faults.Add(entry.At, $"a {side} curve in one form uses a good whose curve is in the other form:", name, null, "write both with 'price' or both with 'quantity'");
            }
        }
    }
}
