using Offtake.Model.Chain;
using Offtake.Simulation;
using Offtake.Simulation.Institutions;

namespace Offtake.Validation.FrozenShock;

/// <summary>
/// The curves behind a chain of mines, separation on the spot, posted oxides and final uses: what its equations say of demand and cost at any price, read off the chain's
/// numbers and its opening month. It knows nothing of how the month forms prices, trades or stores.
/// </summary>
/// <remarks>
/// Eq. EQU-14, with prices p net of value-added tax: demand of a use Q (p (1 − subsidy) / p₀)^−ε (DEM-2), p₀ likewise; marginal cost of a mine, per tonne of concentrate with its separation,
/// m + f + (c (1 − credit) R₀ / payable) (x / x₀)^(1 / η) (OPS-1, PRI-5), m the processing cost of separation and c that of mining; trade at the landed price (PRI-2).
/// </remarks>
internal sealed class ChainCurves
{
    /// <summary>Reads the curves.</summary>
    /// <param name="opening">The chain at rest under the law of the opening month.</param>
    /// <param name="law">Law in force after the shock.</param>
    /// <exception cref="AnswerException">The chain has something these curves do not describe.</exception>
    public ChainCurves(ChainState opening, PoliciesInForce law)
    {
        ChainLayout layout = opening.Layout;
        ValueChain chain = layout.Chain;
        Layout = layout;
        Refuse(chain.Processes.Any(p => p.Drive == Drive.Orders), "a process made to order");
        Refuse(chain.Routes.Any(q => chain.Commodities[q.Commodity].Pricing == Pricing.Formula), "a route for a formula-priced commodity");
        Refuse(chain.Uses.Any(u => u.Life is not null || u.City is not null), "a use that retires or belongs to a city");
        Refuse(chain.Markets.Any(m => m.FloorShare is not null), "a price floor of a market");
        Refuse(law.QuotaPerMonth.Any(q => double.IsFinite(q.Value)) || law.PriceFloorCommodity.Any(c => c >= 0), "a production quota or a price floor");
        Refuse(chain.Behaviour.SmuggledShare.Value > 0.0 || law.ShutShare.Any(s => s > 0.0), "smuggling or a closed facility");
        Refuse(law.ClosedShare.Concat(law.LicenceHeldShare).Any(s => s > 0.0) || law.ReservePurchase.Any(a => a.Value > 0.0), "an embargo, a licence or a stockpile");
        Refuse(Enumerable.Range(0, chain.Routes.Count).Any(q => law.ExportQuotaGroup[q] >= 0 && law.Tariff[q] != 0.0), "a tariff on a route under an export quota, whose rent the month taxes and EQU-5 does not");
        Uses = [.. chain.Uses.Select((u, k) => new UseCurve(
            layout.Buyers[layout.BuyerOfUse[k]].Market, opening.Months.Used[k].Value, Net(opening, layout.Buyers[layout.BuyerOfUse[k]].Market), u.Elasticity.Value, (1.0 - law.Subsidy[k]) / (1.0 - opening.Policies.Subsidy[k])))];
        Mines = [.. Enumerable.Range(0, chain.Facilities.Count).Where(f => layout.DriveOf(layout.SectorOf[f]) == Drive.Margin).Select(f => MineAt(opening, law, f))];
        Routes = [.. chain.Routes.Select((q, i) => new TradeRoute(
            layout.RouteFrom[i], layout.RouteTo[i], q.FreightUsdPerUnit.Value,
            ((1.0 + law.ExportDuty[i]) * (chain.Commodities[q.Commodity].VatRefunded ? 1.0 : 1.0 + chain.Regions[q.From].Vat.Value)) - 1.0,
            law.Tariff[i], law.ExportQuotaGroup[i]))];
        Quotas = [.. Enumerable.Range(0, law.ExportQuotaPerMonth.Length).Where(g => !double.IsNaN(law.ExportQuotaPerMonth[g].Value)).Select(g => (g, law.ExportQuotaPerMonth[g].Value))];
    }

    public ChainLayout Layout { get; }

    public IReadOnlyList<UseCurve> Uses { get; }

    public IReadOnlyList<MineCurve> Mines { get; }

    public IReadOnlyList<TradeRoute> Routes { get; }

    /// <summary>Export quotas in force: group and cap a month.</summary>
    public IReadOnlyList<(int Group, double Cap)> Quotas { get; }

    /// <summary>A posted price without value-added tax.</summary>
    public static double Net(ChainState state, int market) =>
        state.Price[market].Value / (1.0 + state.Layout.Chain.Regions[state.Layout.Markets[market].Region].Vat.Value);

    private static MineCurve MineAt(ChainState opening, PoliciesInForce law, int facility)
    {
        ChainLayout layout = opening.Layout;
        ValueChain chain = layout.Chain;
        Facility mine = chain.Facilities[facility];
        int pool = layout.OutputMarket(layout.SectorOf[facility]);
        Refuse(layout.FeedersOfMarket[pool].Length != 1 || layout.Markets[pool].ValuesAt != mine.Region, "concentrate that is not separated by one process where it is mined");
        int works = layout.FeedersOfMarket[pool][0];
        Refuse(layout.FacilitiesOfSector[works].Length != 1, "more than one separation works in a region");
        Process separation = chain.Processes[layout.Sectors[works].Process];
        Ore ore = chain.Ores[mine.Ore!.Value];
        double scale = ore.Shares.Sum(s => s.Value);
        List<(int Market, double PerTonne)> outputs = [];
        foreach (int commodity in separation.Shares.Select(s => s.Commodity).Distinct())
        {
            double perTonne = separation.Shares.Where(s => s.Commodity == commodity).Sum(s => s.Share.Value * Contained(s, ore, chain.Commodities[commodity]) / scale);
            outputs.Add((layout.MarketOf[commodity, mine.Region], perTonne));
        }

        double processing = chain.Facilities[layout.FacilitiesOfSector[works][0]].UnitCostUsd.Value;
        double output = opening.Months.Activity[facility].Value;
        double value = outputs.Sum(o => o.PerTonne * Net(opening, o.Market)) - processing;
        return new MineCurve(
            facility, outputs, output, opening.Capacity[facility].Value, processing, value * (1.0 - law.ProcessingCredit[facility]) / (1.0 - opening.Policies.ProcessingCredit[facility]),
            chain.Behaviour.MineMarginElasticity.Value, Math.Min(chain.Behaviour.MineMinimumRate.Value * opening.Capacity[facility].Value, output));
    }

    private static double Contained(ContentShare share, Ore ore, Commodity commodity) =>
        share.Element is { } element ? ore.Shares[element].Value : commodity.Elements.Sum(e => ore.Shares[e].Value);

    private static void Refuse(bool isThere, string what)
    {
        if (isThere) throw new AnswerException("the world has what the curves of EQU-14 do not describe:", what, "use a chain of mines, separation on the spot, posted goods and final uses");
    }
}

/// <summary>A final use: Amount a month at the opening price, net of tax.</summary>
internal readonly record struct UseCurve(int Market, double Amount, double OpeningPrice, double Elasticity, double PaidShare)
{
    /// <summary>Use a month at a price net of tax.</summary>
    public double At(double price) => Amount * Math.Pow(price * PaidShare / OpeningPrice, -Elasticity);
}

/// <summary>A mine with the separation of what it gives.</summary>
internal sealed record MineCurve(
    int Facility, IReadOnlyList<(int Market, double PerTonne)> Outputs, double OpeningOutput, double Capacity, double Processing, double OpeningNetback, double Elasticity, double LeastOutput)
{
    public double MarginalCost(double output) => Processing + (OpeningNetback * Math.Pow(output / OpeningOutput, 1.0 / Elasticity));

    public double Slope(double output) => (MarginalCost(output) - Processing) / (Elasticity * output);
}

/// <summary>A route with what the law makes of it.</summary>
internal readonly record struct TradeRoute(int From, int To, double Freight, double ExportTaxShare, double TariffShare, int QuotaGroup);
