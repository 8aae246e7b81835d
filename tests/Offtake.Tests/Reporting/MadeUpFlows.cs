using Offtake.Model.Quantities;
using Offtake.Results;

namespace Offtake.Tests.Reporting;

/// <summary>A chain that conserves mass, year by year: the flow panel of <see cref="MadeUpRun"/>.</summary>
internal sealed class MadeUpFlows(int future, int year)
{
    private const int Nd = 3;
    private readonly Dictionary<(string From, string FromKind, string To, string ToKind, string Region, string Stage), double[]> _links = [];

    public static Panel Panel(int futures, Month first, int months)
    {
        int years = (months + 11) / 12;
        var all = new MadeUpFlows[futures, years];
        for (int f = 0; f < futures; f++)
        {
            for (int y = 0; y < years; y++)
            {
                all[f, y] = new MadeUpFlows(f, y);
                all[f, y].Run();
            }
        }

        var keys = all.Cast<MadeUpFlows>().SelectMany(m => m._links.Keys).Distinct().ToList();
        Panel panel = MadeUpWorld.Panel("flow", ["from", "from_kind", "to", "to_kind", "region", "stage"],
            [.. keys.Select(k => (IReadOnlyList<string>)[k.From, k.FromKind, k.To, k.ToKind, k.Region, k.Stage])],
            [.. MadeUpWorld.Elements.Select(e => e + "_t")], yearly: true, futures, first, months);
        for (int f = 0; f < futures; f++)
        {
            for (int y = 0; y < years; y++)
            {
                for (int k = 0; k < keys.Count; k++)
                {
                    if (all[f, y]._links.TryGetValue(keys[k], out double[]? content)) content.CopyTo(panel.Row(f, y, k));
                    else panel.Row(f, y, k).Clear();
                }
            }
        }

        return panel;
    }

    private void Run()
    {
        double[] home = new double[8], abroad = new double[8], border = new double[8];
        foreach (var mine in MadeUpWorld.Mines)
        {
            double tonnes = mine.Tonnes * Math.Pow(1 + mine.Growth, year) * (1 + (0.04 * MadeUpWorld.Wobble(future, year * 12, mine.Id)));
            double[] mined = [.. mine.Basket.Select(b => b * tonnes)];
            string market = "mixed-concentrate@" + mine.Region;
            Add(mine.Id, "mine", market, "market", mine.Region, "mining", mined, 1);
            double[] pool = mine.Region == MadeUpWorld.Home ? home : mine.Region == MadeUpWorld.Abroad ? abroad : border;
            for (int e = 0; e < 8; e++) pool[e] += mined[e];
        }

        double exported = Math.Max(0.1, 0.55 - (0.03 * year));
        Trade("mixed-concentrate", MadeUpWorld.Border, MadeUpWorld.Home, border, home, 1);
        Trade("mixed-concentrate", MadeUpWorld.Abroad, MadeUpWorld.Home, abroad, home, exported);
        double[] oxidesHome = Through("separation", "separation", MadeUpWorld.Home, "mixed-concentrate", home, 0.93);
        double[] oxidesAbroad = Through("separation", "separation", MadeUpWorld.Abroad, "mixed-concentrate", abroad, 0.90);
        Downstream(oxidesHome, oxidesAbroad);
    }

    private void Downstream(double[] oxidesHome, double[] oxidesAbroad)
    {
        double[] swarfBack = [.. oxidesHome.Select((t, e) => Magnetic(e) * t * (0.22 + (0.003 * year)))];
        Add("magnet-swarf@china", "market", "swarf-recycling@china", "sector", MadeUpWorld.Home, "recycling", swarfBack, 1);
        Oxides("swarf-recycling@china", MadeUpWorld.Home, "recycling", swarfBack, 0.95);
        Add("swarf-recycling@china", "sector", "loss", "loss", MadeUpWorld.Home, "recycling", swarfBack, 0.05);

        double[] home = Consume(MadeUpWorld.Home, Plus(oxidesHome, swarfBack, 0.95));
        double[] abroad = Consume(MadeUpWorld.Abroad, oxidesAbroad);
        double[] magnetsHome = Magnets(MadeUpWorld.Home, home), magnetsAbroad = Magnets(MadeUpWorld.Abroad, abroad);
        Trade("magnet", MadeUpWorld.Home, MadeUpWorld.Abroad, magnetsHome, magnetsAbroad, 0.24);
        Products(MadeUpWorld.Home, magnetsHome, ("ev", 0.48), ("wind", 0.2), ("air-conditioner", 0.29), ("drone", 0.03));
        Products(MadeUpWorld.Abroad, magnetsAbroad, ("ev", 0.64), ("wind", 0.36));
    }

    /// <summary>Uses of oxides take what is not magnetic; returns what goes into blanks.</summary>
    private double[] Consume(string region, double[] oxides)
    {
        bool atHome = region == MadeUpWorld.Home;
        string[] takers = atHome ? ["catalysts-home", "polishing", "catalysts-home", "", "", "", "phosphors", "alloys"]
            : ["catalysts-abroad", "catalysts-abroad", "catalysts-abroad", "", "", "", "catalysts-abroad", "catalysts-abroad"];
        var left = new double[8];
        for (int e = 0; e < 8; e++)
        {
            double direct = Magnetic(e) > 0 ? 0.06 : 0.82;
            var one = new double[8];
            one[e] = oxides[e];
            string taker = takers[e].Length > 0 ? takers[e] : atHome ? "alloys" : "catalysts-abroad";
            Add(OxideOf(e) + "@" + region, "market", taker, "use", region, "products", one, direct);
            left[e] = Magnetic(e) * oxides[e] * (1 - direct);
            one[e] = left[e];
            Add(OxideOf(e) + "@" + region, "market", "blank-making@" + region, "sector", region, "blanks", one, Magnetic(e) > 0 ? 1 : 0);
        }

        return left;
    }

    private double[] Magnets(string region, double[] oxides)
    {
        Add("blank-making@" + region, "sector", "loss", "loss", region, "blanks", oxides, 0.04);
        Add("blank-making@" + region, "sector", "magnet-blank@" + region, "market", region, "blanks", oxides, 0.96);
        Add("magnet-blank@" + region, "market", "machining@" + region, "sector", region, "magnets", oxides, 0.96);
        Add("machining@" + region, "sector", "magnet-swarf@" + region, "recovery", region, "magnets", oxides, 0.96 * 0.24);
        Add("machining@" + region, "sector", "loss", "loss", region, "magnets", oxides, 0.96 * 0.03);
        Add("machining@" + region, "sector", "magnet@" + region, "market", region, "magnets", oxides, 0.96 * 0.73);
        if (region == MadeUpWorld.Abroad) Add("magnet-swarf@" + region, "market", "magnet-swarf@china", "market", region, "recycling", oxides, 0.96 * 0.20);
        return [.. oxides.Select(t => t * 0.96 * 0.73)];
    }

    private void Products(string region, double[] magnets, params (string Product, double Share)[] split)
    {
        foreach ((string product, double share) in split)
        {
            string maker = product + "-making@" + region, market = product + "@" + region;
            Add("magnet@" + region, "market", maker, "sector", region, "products", magnets, share);
            Add(maker, "sector", market, "market", region, "products", magnets, share);
            double all = MadeUpWorld.Uses.Where(u => u.Commodity == product && u.Region == region).Sum(u => u.Amount);
            foreach (var use in MadeUpWorld.Uses.Where(u => u.Commodity == product && u.Region == region))
            {
                Add(market, "market", use.Id, "use", region, "products", magnets, share * use.Amount / all);
                if (use.City.Length == 0 && year > 3) Add(use.Id, "use", "magnet-swarf@china", "recovery", region, "products", magnets, share * 0.01 * year);
                if (use.City.Length == 0) Add(use.Id, "use", "loss", "loss", region, "products", magnets, share * 0.02 * year);
            }
        }
    }

    private double[] Through(string process, string stage, string region, string commodity, double[] feed, double recovery)
    {
        Add($"{commodity}@{region}", "market", $"{process}@{region}", "sector", region, stage, feed, 1);
        Add($"{process}@{region}", "sector", "loss", "loss", region, stage, feed, 1 - recovery);
        Oxides($"{process}@{region}", region, stage, feed, recovery);
        return [.. feed.Select(t => t * recovery)];
    }

    private void Oxides(string from, string region, string stage, double[] feed, double share)
    {
        for (int e = 0; e < 8; e++)
        {
            var one = new double[8];
            one[e] = feed[e];
            if (feed[e] > 0) Add(from, "sector", $"{OxideOf(e)}@{region}", "market", region, stage, one, share);
        }
    }

    private void Trade(string commodity, string from, string to, double[] source, double[] target, double share)
    {
        Add($"{commodity}@{from}", "market", $"{commodity}@{to}", "market", from, MadeUpWorld.Commodities.First(c => c.Id == commodity).Stage, source, share);
        for (int e = 0; e < 8; e++)
        {
            target[e] += source[e] * share;
            source[e] *= 1 - share;
        }
    }

    private void Add(string from, string fromKind, string to, string toKind, string region, string stage, double[] content, double share)
    {
        var key = (from, fromKind, to, toKind, region, stage);
        if (!_links.TryGetValue(key, out double[]? sum)) _links[key] = sum = new double[8];
        for (int e = 0; e < 8; e++) sum[e] += content[e] * share;
    }

    private static double[] Plus(double[] a, double[] b, double share) => [.. a.Select((t, e) => t + (b[e] * share))];

    private static double Magnetic(int element) => element is 2 or Nd ? 0.95 : element is 4 or 5 ? 0.9 : 0;

    private static string OxideOf(int element) => element is 2 or Nd ? "ndpr-oxide" : MadeUpWorld.Elements[element] + "-oxide";
}
