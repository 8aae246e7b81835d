using Offtake.Model.Evidence;

namespace Offtake.Model.Chain;

/// <summary>Names the row of <c>parameters.csv</c> that fills a property of <see cref="Behaviour"/>, or of <c>treasury.csv</c> for <see cref="TreasuryRules"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RowAttribute(string id) : Attribute
{
    /// <summary>The id of the row.</summary>
    public string Id { get; } = id;
}

/// <summary>How markets, makers and owners behave: one number per rule, each with its witness. Times are in months unless named otherwise.</summary>
public sealed record Behaviour
{
    /// <summary>Months over which the expected price follows the posted price (PRI-1).</summary>
    [Row("price.expectation-months")] public required Parameter ExpectationMonths { get; init; }

    /// <summary>Months over which the expected price returns to its cost anchor (PRI-1).</summary>
    [Row("price.anchor-months")] public required Parameter AnchorMonths { get; init; }

    /// <summary>Months over which the expected price of goods made to order follows what they cost to make (PRI-1).</summary>
    [Row("price.maker-anchor-months")] public required Parameter MakerAnchorMonths { get; init; }

    /// <summary>Months over which an importer's expected price returns to the landed price (PRI-2).</summary>
    [Row("price.landed-anchor-months")] public required Parameter LandedAnchorMonths { get; init; }

    /// <summary>Memory of the average revenue by which joint cost is allocated (PRI-1).</summary>
    [Row("price.revenue-memory-months")] public required Parameter RevenueMemoryMonths { get; init; }

    /// <summary>Largest fall of a posted price in a month, as a ratio.</summary>
    [Row("price.monthly-fall-limit")] public required Parameter MonthlyFallLimit { get; init; }

    /// <summary>Largest rise of a posted price in a month, as a ratio.</summary>
    [Row("price.monthly-rise-limit")] public required Parameter MonthlyRiseLimit { get; init; }

    /// <summary>Months over which users perceive a price (DEM-2).</summary>
    [Row("price.perception-months")] public required Parameter PerceptionMonths { get; init; }

    /// <summary>Thrifting per year and unit of log price (DEM-3).</summary>
    [Row("thrift.speed-per-year")] public required Parameter ThriftSpeedPerYear { get; init; }

    /// <summary>Months over which the price users regard as normal adapts (DEM-3).</summary>
    [Row("thrift.anchor-months")] public required Parameter ThriftAnchorMonths { get; init; }

    /// <summary>Speed at which intensity returns, as a share of thrifting speed (DEM-3).</summary>
    [Row("thrift.recovery-share")] public required Parameter ThriftRecoveryShare { get; init; }

    /// <summary>Lowest intensity, as a share of the opening intensity (DEM-3).</summary>
    [Row("thrift.floor")] public required Parameter ThriftFloor { get; init; }

    /// <summary>Log of perceived over normal price that does not yet make anybody redesign (DEM-3).</summary>
    [Row("thrift.dead-band")] public required Parameter ThriftDeadBand { get; init; }

    /// <summary>Highest intensity, as a share of the opening intensity (DEM-3).</summary>
    [Row("thrift.ceiling")] public required Parameter ThriftCeiling { get; init; }

    /// <summary>Largest change of log intensity in a year (DEM-3).</summary>
    [Row("thrift.limit-per-year")] public required Parameter ThriftLimitPerYear { get; init; }

    /// <summary>Months over which users close the gap to their target stock (DEM-5).</summary>
    [Row("order.adjust-months")] public required Parameter OrderAdjustMonths { get; init; }

    /// <summary>Smallest order, as a share of use (DEM-5).</summary>
    [Row("order.minimum-share")] public required Parameter OrderMinimumShare { get; init; }

    /// <summary>Largest order, as a multiple of use (DEM-5).</summary>
    [Row("order.maximum-share")] public required Parameter OrderMaximumShare { get; init; }

    /// <summary>Months over which sellers learn the level of orders.</summary>
    [Row("order.expectation-months")] public required Parameter OrderExpectationMonths { get; init; }

    /// <summary>Months over which makers close the gap to their target stock (OPS-1).</summary>
    [Row("make.adjust-months")] public required Parameter MakeAdjustMonths { get; init; }

    /// <summary>Weight of the price trend in precaution (DEM-6).</summary>
    [Row("precaution.price-weight")] public required Parameter PrecautionPriceWeight { get; init; }

    /// <summary>Log price above trend that does not yet alarm anybody (DEM-6).</summary>
    [Row("precaution.dead-band")] public required Parameter PrecautionDeadBand { get; init; }

    /// <summary>Months over which the price trend is learned (DEM-6).</summary>
    [Row("precaution.trend-months")] public required Parameter PrecautionTrendMonths { get; init; }

    /// <summary>Weight of licence risk in precaution (DEM-6).</summary>
    [Row("precaution.risk-weight")] public required Parameter PrecautionRiskWeight { get; init; }

    /// <summary>Months over which precaution builds and fades (DEM-6).</summary>
    [Row("precaution.memory-months")] public required Parameter PrecautionMemoryMonths { get; init; }

    /// <summary>Most that precaution adds to target cover, as a multiple of it (DEM-6).</summary>
    [Row("precaution.maximum")] public required Parameter PrecautionMaximum { get; init; }

    /// <summary>Months over which the habitual flow of a route follows what is asked for (LOG-2).</summary>
    [Row("trade.adjust-months")] public required Parameter TradeAdjustMonths { get; init; }

    /// <summary>Share of a price gap that arbitrage closes in a month (LOG-2).</summary>
    [Row("trade.arbitrage-share")] public required Parameter ArbitrageShare { get; init; }

    /// <summary>Share of sellers' stock that can be delivered in a month (LOG-3).</summary>
    [Row("trade.deliverable-share")] public required Parameter DeliverableShare { get; init; }

    /// <summary>Share of deliverable stock that may leave by export in a month (LOG-3).</summary>
    [Row("trade.export-limit-share")] public required Parameter ExportLimitShare { get; init; }

    /// <summary>Share of a formula-priced pool that is released in a month (LOG-1).</summary>
    [Row("pool.release-share")] public required Parameter PoolReleaseShare { get; init; }

    /// <summary>Elasticity of a mine's rate to its revenue over cost (OPS-1).</summary>
    [Row("mine.margin-elasticity")] public required Parameter MineMarginElasticity { get; init; }

    /// <summary>Memory of the margin by which mines decide (OPS-1).</summary>
    [Row("mine.margin-memory-months")] public required Parameter MineMarginMemoryMonths { get; init; }

    /// <summary>Lowest rate of an open mine, as a share of capacity (OPS-1).</summary>
    [Row("mine.minimum-rate")] public required Parameter MineMinimumRate { get; init; }

    /// <summary>Revenue over cost, relative to the opening, below which a mine counts months to closure (INV-3).</summary>
    [Row("mine.close-ratio")] public required Parameter MineCloseRatio { get; init; }

    /// <summary>Revenue over cost, relative to the opening, above which it counts months to reopening (INV-3).</summary>
    [Row("mine.reopen-ratio")] public required Parameter MineReopenRatio { get; init; }

    /// <summary>Months in a row that close or reopen a mine (INV-3).</summary>
    [Row("mine.close-months")] public required Parameter MineCloseMonths { get; init; }

    /// <summary>Revenue over full cost that starts a new project (INV-1).</summary>
    [Row("invest.hurdle")] public required Parameter InvestHurdle { get; init; }

    /// <summary>Months from decision to output (INV-2).</summary>
    [Row("invest.lead-months")] public required Parameter InvestLeadMonths { get; init; }

    /// <summary>Capacity started in a year per unit of log excess profitability, as a share of the sector's capacity (INV-1).</summary>
    [Row("invest.rate-per-year")] public required Parameter InvestRatePerYear { get; init; }

    /// <summary>Utilisation above which makers to order add capacity (INV-1).</summary>
    [Row("invest.target-utilisation")] public required Parameter InvestTargetUtilisation { get; init; }

    /// <summary>Share of excess stock disposed of in a month (OPS-5).</summary>
    [Row("dispose.share-per-month")] public required Parameter DisposeSharePerMonth { get; init; }

    /// <summary>Interest on negative balances and city debt, per year (FIN-2).</summary>
    [Row("money.interest-rate-per-year")] public required Parameter InterestRatePerYear { get; init; }

    /// <summary>Stock of inputs that makers to order aim to hold, months of use (DEM-5).</summary>
    [Row("order.maker-cover-months")] public required Parameter MakerCoverMonths { get; init; }

    /// <summary>Share of a user's stock that can be used in a month (OPS-2).</summary>
    [Row("order.usable-stock-share")] public required Parameter UsableStockShare { get; init; }

    /// <summary>Months from first output to full capacity (INV-4).</summary>
    [Row("invest.ramp-months")] public required Parameter InvestRampMonths { get; init; }

    /// <summary>Probability that a dated project is built at all (INV-4).</summary>
    [Row("project.realised-share")] public required Parameter ProjectRealisedShare { get; init; }

    /// <summary>Largest delay of a dated project against its announced month; delays are uniform up to it (INV-4).</summary>
    [Row("project.delay-months")] public required Parameter ProjectDelayMonths { get; init; }

    /// <summary>Price, as a multiple of the opening price, at which a substitute begins to pay (DEM-7).</summary>
    [Row("substitute.begin-ratio")] public required Parameter SubstituteBeginRatio { get; init; }

    /// <summary>Price, as a multiple of the opening price, at which a substitute has taken over (DEM-7).</summary>
    [Row("substitute.end-ratio")] public required Parameter SubstituteEndRatio { get; init; }

    /// <summary>Years over which the error of an outlook's growth fades (DEM-1).</summary>
    [Row("demand.growth-error-years")] public required Parameter GrowthErrorYears { get; init; }

    /// <summary>Outages that a mine suffers in a year (NAT-2).</summary>
    [Row("nature.outage-rate-per-year")] public required Parameter OutageRatePerYear { get; init; }

    /// <summary>Mean length of an outage (NAT-2).</summary>
    [Row("nature.outage-months")] public required Parameter OutageMonths { get; init; }

    /// <summary>Share of capacity that an outage takes (NAT-2).</summary>
    [Row("nature.outage-depth")] public required Parameter OutageDepth { get; init; }

    /// <summary>Lowest trend signal that precaution listens to, log price (DEM-6).</summary>
    [Row("precaution.trend-low")] public required Parameter PrecautionTrendLow { get; init; }

    /// <summary>Highest trend signal that precaution listens to, log price (DEM-6).</summary>
    [Row("precaution.trend-high")] public required Parameter PrecautionTrendHigh { get; init; }

    /// <summary>Lowest target cover, as a share of the normal one (DEM-6).</summary>
    [Row("precaution.minimum-cover")] public required Parameter PrecautionMinimumCover { get; init; }

    /// <summary>Lowest log price signal that moves intensity (DEM-3).</summary>
    [Row("thrift.signal-low")] public required Parameter ThriftSignalLow { get; init; }

    /// <summary>Highest log price signal that moves intensity (DEM-3).</summary>
    [Row("thrift.signal-high")] public required Parameter ThriftSignalHigh { get; init; }

    /// <summary>Lowest log price signal that moves demand (DEM-2).</summary>
    [Row("demand.signal-low")] public required Parameter DemandSignalLow { get; init; }

    /// <summary>Highest log price signal that moves demand (DEM-2).</summary>
    [Row("demand.signal-high")] public required Parameter DemandSignalHigh { get; init; }

    /// <summary>Lowest cover ratio that a price answers to (PRI-1).</summary>
    [Row("price.cover-ratio-low")] public required Parameter CoverRatioLow { get; init; }

    /// <summary>Highest cover ratio that a price answers to (PRI-1).</summary>
    [Row("price.cover-ratio-high")] public required Parameter CoverRatioHigh { get; init; }

    /// <summary>Months over which the rent that holders of an export quota ask fades while part of the quota lies unused; 1 = the rent that just fits (LOG-5).</summary>
    [Row("licence.ask-months")] public required Parameter LicenceAskMonths { get; init; }

    /// <summary>Share of an export quota held by firms that can ship the goods asked for (LOG-5).</summary>
    [Row("licence.usable-share")] public required Parameter LicenceUsableShare { get; init; }

    /// <summary>Share of the destination's orders that leaves past quota and duty, per unit of log price gap (LOG-6).</summary>
    [Row("trade.smuggled-share")] public required Parameter SmuggledShare { get; init; }

    /// <summary>Share of what a price rises more in a region one trades with than at home that alarms users as well (DEM-6); 0 = only the own price counts.</summary>
    [Row("precaution.abroad-weight")] public required Parameter PrecautionAbroadWeight { get; init; }

    /// <summary>Share of users' alarm by which sellers raise the stock they wish to hold (PRI-1); 0 = sellers are never alarmed.</summary>
    [Row("precaution.seller-share")] public required Parameter PrecautionSellerShare { get; init; }

    /// <summary>Months between two reviews of a quota that answers to a market; whole months (INS-1).</summary>
    [Row("quota.review-months")] public required Parameter QuotaReviewMonths { get; init; }

    /// <summary>Weight of the growth of orders in the review of a quota (INS-1).</summary>
    [Row("quota.demand-weight")] public required Parameter QuotaDemandWeight { get; init; }

    /// <summary>Largest change of log quota that a review makes, per year (INS-1).</summary>
    [Row("quota.limit-per-year")] public required Parameter QuotaLimitPerYear { get; init; }

    /// <summary>Elasticity of the ratio of two inputs, of which one can stand in for the other, to the ratio of their prices (DEM-8).</summary>
    [Row("substitute.input-elasticity")] public required Parameter InputSubstitutionElasticity { get; init; }

    /// <summary>Months over which makers move from one input to the other (DEM-8).</summary>
    [Row("substitute.input-months")] public required Parameter InputSubstitutionMonths { get; init; }

    /// <summary>How far sellers take what exports fetch abroad for the worth of their goods at home (PRI-6); 0 = not at all.</summary>
    [Row("price.export-anchor-share")] public required Parameter ExportAnchorShare { get; init; }
}
