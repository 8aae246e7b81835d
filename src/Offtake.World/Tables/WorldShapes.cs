namespace Offtake.World.Tables;

/// <summary>The tables of a world, in the order they are read. This is the contract of the files in code.</summary>
internal static class WorldShapes
{
    public static readonly TableShape Observed = new("observed", "id", "id title variable region period value low? high? unit source subject? standing?");
    public static readonly TableShape Sources = new("sources", "id", "id publisher year kind title address? licence?");
    public static readonly TableShape Assumptions = new("assumptions", "id", "id value low high unit distribution reason");
    public static readonly TableShape Elements = new("elements", "id", "id title");
    public static readonly TableShape Regions = new("regions", "id", "id title", "vat");

    public static readonly TableShape Cities = new(
        "cities", "id", "id title region", "population revenue_usd_per_year deployment_share opening_debt_usd debt_ceiling_share");

    public static readonly TableShape Commodities = new(
        "commodities", "id", "id title basis unit stage elements pricing vat_refunded", "disposal_cover?");

    public static readonly TableShape Ores = new("ores", "ore element", "ore element", "share");

    public static readonly TableShape Processes = new(
        "processes", "id", "id title stage kind drive anchors_price output", "recovery? lead_months?");

    public static readonly TableShape Recipes = new(
        "recipes", "process flow commodity element", "process flow commodity element? unit? closes? instead_of?", "value elasticity? thrift? displaces?");

    public static readonly TableShape Facilities = new(
        "facilities",
        "id",
        "id title owner process ore? region city? aggregate starts? ends? expandable driver? season?",
        "capacity_per_year opening_per_year unit_cost_usd target_pressure");

    public static readonly TableShape Markets = new(
        "markets", "commodity region", "commodity region values_at?", "price_usd_per_unit? cover_months? beta? floor_share? payable_share?");

    public static readonly TableShape Routes = new(
        "routes", "commodity from to", "commodity from to", "freight_usd_per_unit transit_months weight");

    public static readonly TableShape Drivers = new("drivers", "driver when", "driver when", "value");
    public static readonly TableShape DriverSpread = new("driver_spread", "driver", "driver", "growth_error shock_sigma shock_rho");

    public static readonly TableShape Uses = new(
        "uses",
        "id",
        "id title commodity place closes? driver scrap? season?",
        "amount_per_year? closing_share? elasticity cover_months life_years? life_sd_years? collected_share? running_cost_usd_per_unit_year? target_amount?");

    public static readonly TableShape Parameters = new(
        "parameters", "id", "id low? high? unit distribution?", "value", hasPlainIds: false);

    public static readonly TableShape Calendar = new(
        "calendar", "id", "id title instrument on unit enacted start end?", "strength");

    public static readonly TableShape Claims = new(
        "claims",
        "id",
        "id system kind statement quantity? unit? period? source source_kind? said done caused checked_by drives?",
        hasPlainIds: false);

    public static readonly TableShape Innovations = new(
        "innovations", "id", "id title region city? aims_at effect on? stage_at_opening", "size", isOptional: true);

    public static readonly TableShape Research = new(
        "research", "id", "id low? high? unit distribution?", "value", hasPlainIds: false, isOptional: true);

    public static readonly TableShape ResearchRegions = new(
        "research_regions", "region", "region", "outlay_usd_per_year pilot_places", isOptional: true);

    public static readonly TableShape Labour = new("labour", "process", "process", "skilled_workers_per_unit_year", isOptional: true);

    public static readonly TableShape Skills = new(
        "skills", "region", "region", "slack_share net_growth_per_year entry_places_per_year leaving_per_year", isOptional: true);

    public static readonly TableShape Learning = new("learning", "process", "process", "rate_per_doubling cumulative_activity", isOptional: true);

    public static readonly TableShape Residues = new(
        "residues", "process residue region", "process residue region? title unit", "amount_per_unit", isOptional: true);

    public static readonly TableShape Seasons = new("seasons", "id month", "id month", "factor", isOptional: true);

    public static readonly TableShape Treasury = new("treasury", "id", "id low? high? unit distribution?", "value", hasPlainIds: false, isOptional: true);

    public static readonly TableShape Capital = new(
        "capital", "process region", "process region?", "capital_usd_per_unit_year permit_months life_years", isOptional: true);

    public static readonly TableShape CityFinance = new("city_finance", "city", "city driver?", "revenue_growth_per_year?", isOptional: true);

    public static readonly TableShape Rivals = new("rivals", "parameter value source", "parameter value unit source", hasPlainIds: false, isOptional: true);

    public static readonly TableShape Plans = new(
        "plans", "id period", "id kind who target unit year_announced period announced realised definition source better? variable? of? in? statistic? factor? met_at?", isOptional: true);

    public static readonly IReadOnlyList<TableShape> All =
    [
        Observed, Sources, Assumptions, Elements, Regions, Cities, Commodities, Ores, Processes, Recipes, Facilities, Markets, Routes,
        Drivers, DriverSpread, Uses, Parameters, Calendar, Claims,
        Innovations, Research, ResearchRegions, Labour, Skills, Learning, Residues, Seasons, Treasury, Capital, CityFinance, Rivals, Plans,
    ];
}
