using Offtake.Model.Quantities;
using Offtake.Results;
using static Offtake.Tests.Reporting.MadeUpWorld;

namespace Offtake.Tests.Reporting;

/// <summary>A run that never happened, with every panel filled: what the report is developed and tested against.</summary>
internal static class MadeUpRun
{
    private static readonly Month First = Month.Of(2025, 1);

    /// <summary>Builds the run.</summary>
    public static RunResults Of(int futures = 8, int months = 192)
    {
        Panel[] panels =
        [
            Market(futures, months), Sector(futures, months), Route(futures, months), Use(futures, months), City(futures, months),
            Element(futures, months), MadeUpFlows.Panel(futures, First, months),
        ];
        var byName = panels.ToDictionary(p => p.Name);
        return new RunResults(
            MadeUpPaperwork.Manifest(futures, First, months), byName, MadeUpPaperwork.Events(futures, First, months), MadeUpPaperwork.Figures(byName["market"]),
            new Conservation(3.1e-13, 7.4e-14), MadeUpPaperwork.Evidence(), MadeUpPaperwork.Warnings, MadeUpPaperwork.Story, Titles);
    }

    private static Panel Market(int futures, int months)
    {
        IReadOnlyList<IReadOnlyList<string>> entities =
            [.. from c in Commodities from r in Regions
                where r != Border || c.Stage == "mining"
                where c.Id != "air-conditioner" || r == Home
                select (IReadOnlyList<string>)[c.Id, r, c.Stage, c.Unit, c.Pricing]];
        Panel panel = MadeUpWorld.Panel("market", ["commodity", "region", "stage", "unit", "pricing"], entities,
            ["price_usd_per_unit", "stock_amount", "expected_orders_amount", "cover_months", "produced_amount", "delivered_amount", "precaution_share", "disposed_amount"],
            yearly: false, futures, First, months);
        Fill(panel, (f, p, entity, row) =>
        {
            var c = Commodities.First(x => x.Id == entity[0]);
            bool home = entity[1] == Home;
            double years = p / 12.0, noise = Wobble(f, p, c.Id) * Math.Min(1, 0.35 + (years / 8));
            double spread = c.Pricing == "formula" || c.Stage == "products" ? 0.03 : c.Price > 100_000 ? 0.42 : 0.24;
            double scale = c.Stage switch { "products" => Uses.Where(u => u.Commodity == c.Id).Sum(u => u.Amount), "mining" => 367_000, "separation" => 90_000 * Math.Pow(61_000 / c.Price, 0.6), "blanks" => 300_000, "magnets" => 225_000, _ => 70_000 };
            double curb = c.Price > 100_000 && p is > 3 and < 20 && !home ? 1.9 : 1;
            double orders = scale / 12 * (home ? 0.86 : 0.14) * Math.Pow(1.035, years) * (1 + (0.06 * noise));
            double cover = (home ? 2.2 : 3.0) * (1 - (0.25 * noise)) * (c.Drift < -0.04 ? 1 + (0.2 * years) : 1);
            row[0] = c.Price * (home ? 1.13 : 1.02) * curb * Math.Exp((c.Drift * years) + (spread * noise));
            row[1] = orders * cover;
            row[2] = orders;
            row[3] = cover;
            row[4] = orders * (home ? 1.04 : 0.86);
            row[5] = orders;
            row[6] = Math.Max(0, 0.2 * noise);
            row[7] = c.Drift < -0.04 && cover > 4 ? orders * 0.08 : 0;
        });
        return panel;
    }

    private static Panel Sector(int futures, int months)
    {
        Panel panel = MadeUpWorld.Panel("sector", ["process", "stage", "region"], [.. Sectors.Select(s => (IReadOnlyList<string>)[s.Id, s.Stage, s.Region])],
            ["activity_amount", "capacity_amount", "wanted_amount", "utilisation_share"], yearly: false, futures, First, months);
        Fill(panel, (f, p, entity, row) =>
        {
            var s = Sectors.First(x => x.Id == entity[0] && x.Region == entity[2]);
            double years = p / 12.0, used = Math.Clamp(s.Utilisation + (s.Drift * years) + (0.05 * Wobble(f, p, s.Id + s.Region)), 0.05, 0.98);
            row[1] = s.Capacity / 12 * Math.Pow(1.03, years);
            row[0] = row[1] * used;
            row[2] = row[0] * 1.05;
            row[3] = used;
        });
        return panel;
    }

    private static Panel Route(int futures, int months)
    {
        string[] traded = ["la-oxide", "ce-oxide", "ndpr-oxide", "dy-oxide", "tb-oxide", "y-oxide", "magnet-blank", "magnet", "ev", "drone"];
        Panel panel = MadeUpWorld.Panel("route", ["commodity", "from", "to", "unit"],
            [.. traded.Select(c => (IReadOnlyList<string>)[c, Home, Abroad, Commodities.First(x => x.Id == c).Unit])],
            ["shipped_amount", "held_up_amount", "rent_usd_per_unit"], yearly: false, futures, First, months);
        Fill(panel, (f, p, entity, row) =>
        {
            var c = Commodities.First(x => x.Id == entity[0]);
            double scale = c.Stage switch { "separation" => 90_000 * Math.Pow(61_000 / c.Price, 0.6), "blanks" => 30_000, "magnets" => 225_000, _ => 7_000_000 };
            row[0] = scale / 12 * 0.14 * 0.8 * Math.Pow(1.03, p / 12.0) * (1 + (0.1 * Wobble(f, p, c.Id)));
            row[1] = c.Price > 100_000 && p is > 3 and < 20 ? row[0] * 0.3 : 0;
            row[2] = row[1] > 0 ? c.Price * 0.4 : 0;
        });
        return panel;
    }

    private static Panel Use(int futures, int months)
    {
        Panel panel = MadeUpWorld.Panel("use", ["use", "commodity", "region", "city", "unit"],
            [.. Uses.Select(u => (IReadOnlyList<string>)[u.Id, u.Commodity, u.Region, u.City, Commodities.First(c => c.Id == u.Commodity).Unit])],
            ["demand_amount", "used_amount", "unmet_amount", "in_use_amount", "retired_amount", "collected_amount"], yearly: false, futures, First, months);
        Fill(panel, (f, p, entity, row) =>
        {
            var u = Uses.First(x => x.Id == entity[0]);
            double years = p / 12.0;
            row[0] = u.Amount / 12 * Math.Exp(u.Growth * years) * (1 + (0.07 * Wobble(f, p, u.Commodity)));
            row[1] = row[0] * (u.City.Length > 0 ? 0.82 : 1);
            row[2] = row[0] - row[1];
            if (u.Life <= 0) return;
            row[3] = u.Amount * u.Life * 0.55 * Math.Exp(u.Growth * years * 0.8) * (1 + (0.02 * Wobble(f, p, u.Id)));
            row[4] = row[3] / u.Life / 12 * Math.Min(1, 0.3 + (years / 16));
            row[5] = row[4] * 0.35;
        });
        return panel;
    }

    private static Panel City(int futures, int months)
    {
        Panel panel = MadeUpWorld.Panel("city", ["city", "region"], [.. Cities.Select(c => (IReadOnlyList<string>)[c, Home])],
            ["revenue_usd", "deployment_usd", "running_cost_usd", "debt_usd", "refused_amount_usd", "coverage_share"], yearly: false, futures, First, months);
        Fill(panel, (f, p, entity, row) =>
        {
            double size = entity[0] == Cities[0] ? 1 : 0.42, years = p / 12.0, wobble = Wobble(f, p, entity[0]);
            row[0] = size * 6.4e9 / 12;
            row[1] = size * 1.1e7 / 12 * Math.Exp(0.05 * years);
            row[2] = size * 2.2e6 / 12 * Math.Exp(0.10 * years);
            row[3] = size * 9.1e9 * (1 + (0.012 * years) + (0.01 * wobble));
            row[4] = years > 6 ? row[1] * 0.22 * (1 + wobble) : 0;
            row[5] = Math.Min(1, (0.22 * size) + (0.05 * years) + (0.02 * wobble));
        });
        return panel;
    }

    private static Panel Element(int futures, int months)
    {
        Panel panel = MadeUpWorld.Panel("element", ["element"], [.. Elements.Select(e => (IReadOnlyList<string>)[e])],
            ["extracted_t", "tailings_t", "process_loss_t", "dissipated_t", "landfill_t", "disposed_t", "held_t"], yearly: false, futures, First, months);
        Fill(panel, (f, p, entity, row) =>
        {
            int e = Array.IndexOf(Elements, entity[0]);
            double mined = Mines.Sum(m => m.Tonnes * m.Basket[e]) / 12 * Math.Pow(1.028, p / 12.0);
            bool magnetic = e is 2 or 3 or 4 or 5;
            row[0] = mined * 1.3;
            row[1] = mined * 0.3;
            row[2] = mined * 0.09;
            row[3] = mined * (magnetic ? 0.05 : 0.62);
            row[4] = magnetic ? mined * 0.05 : 0;
            row[5] = e is 0 or 1 ? mined * 0.12 : 0;
            row[6] = mined * 12 * (magnetic ? 6 + (p * 0.05) : 2);
        });
        return panel;
    }

    private delegate void Filler(int future, int period, IReadOnlyList<string> entity, Span<double> row);

    private static void Fill(Panel panel, Filler filler)
    {
        for (int f = 0; f < panel.FutureCount; f++)
        {
            for (int p = 0; p < panel.PeriodCount; p++)
            {
                for (int e = 0; e < panel.Entities.Count; e++) filler(f, p, panel.Entities[e], panel.Row(f, p, e));
            }
        }
    }
}
