namespace Offtake.Equilibrium.Reading;

/// <summary>Reads the blocks <c>tariffs</c> and <c>export_taxes</c>. Several entries on one route add up.</summary>
internal static class TaxBlocks
{
    private static readonly string[] ExportKeys = [.. RouteFilter.Keys, "percent", "per_unit"];
    private static readonly string[] TariffKeys = [.. ExportKeys, "of"];
    private static readonly string[] Bases = ["cif", "fob"];

    public static void Read(YamlEntry root, ProblemDraft draft)
    {
        Dictionary<int, bool> basis = [];
        foreach (YamlEntry entry in root.Entries("tariffs", TariffKeys))
        {
            (double share, double perUnit) = Rates(entry, draft);
            bool isCif = IsCif(entry, draft);
            foreach (int i in RouteFilter.Find(entry, draft))
            {
                if (share != 0.0 && !basis.TryAdd(i, isCif) && basis[i] != isCif)
                {
                    draft.Faults.Add(entry.At, "a route has one tariff on cif and one on fob value", null, null, "use one basis for each route");
                    break;
                }

                Route r = draft.Routes[i];
                draft.Routes[i] = r with { TariffShare = r.TariffShare + share, TariffPerUnit = r.TariffPerUnit + perUnit, IsFreightDutiable = basis.GetValueOrDefault(i, true) };
                if (!IsSane(draft.Routes[i].TariffShare, draft.Routes[i], entry, draft)) break;
            }
        }

        foreach (YamlEntry entry in root.Entries("export_taxes", ExportKeys))
        {
            (double share, double perUnit) = Rates(entry, draft);
            foreach (int i in RouteFilter.Find(entry, draft))
            {
                Route r = draft.Routes[i];
                draft.Routes[i] = r with { ExportTaxShare = r.ExportTaxShare + share, ExportTaxPerUnit = r.ExportTaxPerUnit + perUnit };
                if (!IsSane(draft.Routes[i].ExportTaxShare, draft.Routes[i], entry, draft)) break;
            }
        }
    }

    private static bool IsSane(double share, Route route, YamlEntry entry, ProblemDraft draft)
    {
        if (share > -1.0) return true;
        draft.Faults.Add(entry.At, "subsidies add up to 100 percent or more for", draft.Goods.Names[route.Good], "above -100 percent in all", "check the rates");
        return false;
    }

    private static (double Share, double PerUnit) Rates(YamlEntry entry, ProblemDraft draft)
    {
        if (!entry.Has("percent") && !entry.Has("per_unit"))
            draft.Faults.Add(entry.At, "a rate is missing", null, "'percent' of the value or 'per_unit' in money", "write percent: 10 or per_unit: 2.5");
        return ((entry.Number("percent", NumberRange.Percent) ?? 0.0) / 100.0, entry.Number("per_unit", NumberRange.Any) ?? 0.0);
    }

    private static bool IsCif(YamlEntry entry, ProblemDraft draft)
    {
        if (entry.Spot("of") is not { } spot) return true;
        if (!Bases.Contains(spot.Text)) draft.Faults.Add(spot.At, "unknown customs value", spot.Text, "cif or fob", "cif includes freight, fob does not");
        return spot.Text != "fob";
    }
}
