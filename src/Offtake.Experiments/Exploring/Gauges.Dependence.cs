using Offtake.Simulation;

namespace Offtake.Experiments.Exploring;

/// <remarks>
/// Eq. DIS-9: rationed = 1 − Σ delivered / Σ orders over the buyers of the markets; import reliance = max(0, (M − X) / (Q + M − X)) with M shipped into the regions of the markets from all others,
/// X out of them and Q made there; concentration = Σ over regions of (made there / made in all)². Where the lower line is nothing there is no value.
/// </remarks>
internal static partial class Gauges
{
    private static Gauge Rationed(ChainLayout layout, int[] markets)
    {
        int[] buyers = [.. markets.SelectMany(m => layout.BuyersOfMarket[m])];
        return s =>
        {
            double orders = Sum(buyers, s.Months.Orders);
            return orders > 0.0 ? Math.Max(0.0, 1.0 - (Sum(buyers, s.Months.Delivered) / orders)) : double.NaN;
        };
    }

    private static Gauge ImportReliance(ChainLayout layout, int[] markets)
    {
        HashSet<(int Commodity, int Region)> inside = [.. markets.Select(m => (layout.Markets[m].Commodity, layout.Markets[m].Region))];
        int[] into = [.. Routes(inward: true)], outOf = [.. Routes(inward: false)];
        return s =>
        {
            double net = Sum(into, s.Months.Shipped) - Sum(outOf, s.Months.Shipped);
            double consumed = Sum(markets, s.Months.Produced) + net;
            return consumed > 0.0 ? Math.Max(0.0, net / consumed) : double.NaN;
        };

        IEnumerable<int> Routes(bool inward) => Enumerable.Range(0, layout.Routes.Length).Where(q =>
        {
            var route = layout.Routes[q];
            (bool from, bool to) = (inside.Contains((route.Commodity, route.From)), inside.Contains((route.Commodity, route.To)));
            return inward ? to && !from : from && !to;
        });
    }

    private static Gauge Concentration(ChainLayout layout, int[] markets)
    {
        int[][] byRegion = [.. markets.GroupBy(m => layout.Markets[m].Region).Select(g => g.ToArray())];
        return s =>
        {
            double all = Sum(markets, s.Months.Produced), squares = 0.0;
            foreach (int[] region in byRegion)
            {
                double share = Sum(region, s.Months.Produced) / all;
                squares += share * share;
            }

            return all > 0.0 ? squares : double.NaN;
        };
    }

    private static Gauge ProjectsDeployed(ChainLayout layout, int[] regions)
    {
        int[] innovations = layout.Chain.Research is not { } research ? [] : [.. Enumerable.Range(0, research.Innovations.Count).Where(i => regions.Contains(research.Innovations[i].Region))];
        return s =>
        {
            if (s.Projects is not { } book) return double.NaN;
            int count = 0;
            foreach (int i in innovations) count += book.CountIn(i, Model.Chain.ProjectStage.Deployed);
            return count;
        };
    }

    private static Gauge ResidueLeft(ChainLayout layout, int[] regions, IReadOnlyList<string> residues)
    {
        if (layout.Chain.Residues is not { } inventory) return _ => double.NaN;
        var places = Simulation.Residues.ResidueBook.PlacesOf(layout, inventory);
        int[] rows = [.. Enumerable.Range(0, places.Length).Where(p => regions.Contains(places[p].Region) && residues.Contains(inventory.Residues[places[p].Residue].Id))];
        return s => Sum(rows, s.Residues!.Flow);
    }

    private static Gauge LossesBorne(ChainLayout layout, int[] regions)
    {
        int[] sectors = [.. Enumerable.Range(0, layout.Sectors.Length).Where(s => regions.Contains(layout.Sectors[s].Region))];
        return s =>
        {
            if (s.Finance is not { } finance) return double.NaN;
            double usd = 0.0;
            foreach (int i in sectors) usd += (finance.Support[i] + finance.BailedOut[i] + finance.WrittenOff[i]).Value;
            return usd;
        };
    }
}
