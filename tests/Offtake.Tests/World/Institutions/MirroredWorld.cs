using Offtake.Model.Scenarios;

namespace Offtake.Tests.World.Institutions;

/// <summary>A world of two regions with a city each, alike but for their names, and two institutions that are not: each a file.</summary>
internal static class MirroredWorld
{
    /// <summary>What one place is called and what the other.</summary>
    public static readonly IReadOnlyList<(string One, string Other)> Names = [("home", "abroad"), ("hill", "vale")];

    /// <summary>Steers by utilisation: it buys, deploys, grants, hastens and taxes what comes in.</summary>
    public const string Committee = """
        institution: committee-home
        title: Committee
        mandate: {chain: motors, targets: [{measure: utilisation, attain: 90 %}, {measure: unsold-stock, hold-below: 1 month}]}
        sight:
          - {statistic: utilisation, of: ["facility:shop-home", "facility:works-home"], lag: 2 months, noise: 0.05, reporting-bias: 0.04}
          - {statistic: unsold-stock, of: ["market:motor/home"], lag: 1 month, noise: 0.05, reporting-bias: 0.02}
        reach:
          - {id: purchase, title: Purchase, instrument: offtake-contract, on: ["use:motors-hill"], at-most: 0.1 %, unit: share of revenue, payer: city:hill, crowding-out: 0.2, pull-forward: 0.3, pull-forward-months: 12, term: 12 months, cost: 0.1 M USD, budget: 1.5 M USD}
          - {id: services, title: Services, instrument: urban-deployment, on: ["use:motors-hill"], at-most: 20 %, unit: share of gap, payer: city:hill, crowding-out: 0.1, pull-forward: 0.1, pull-forward-months: 12}
          - {id: grants, title: Grants, instrument: capacity-grant, on: ["facility:works-home", "facility:shop-home"], at-most: 30 %, unit: share of capital cost}
          - {id: permits, title: Permits, instrument: permit-track, on: ["facility:works-home"], at-most: 2 months, unit: months, cost: 0.2 M USD, payer: region:home}
          - {id: border, title: Border, instrument: tariff, on: ["route:motor/abroad/home"], at-most: 25 %, unit: share}
        tempo: {decides: quarterly, delay: 2 months, from: 2025-03}
        grip: {compliance: 0.9}
        rule: close-the-gap
        gain: 0.2
        source: bureau

        """;

    /// <summary>Pays by the calendar and keeps stock, whatever it sees.</summary>
    public const string Agency = """
        institution: agency-abroad
        title: Agency
        mandate: {chain: oxide}
        reach:
          - {id: credit, title: Credit, instrument: production-credit, on: ["facility:works-abroad"], at-most: 20 %, unit: share of cost, realised: 0.5}
          - {id: subsidy, title: Subsidy, instrument: demand-subsidy, on: ["use:motors-abroad"], at-most: 15 %, unit: share of price, crowding-out: 0.1, pull-forward: 0.4, pull-forward-months: 10}
          - {id: stock, title: Stock, instrument: stockpile, on: ["market:alpha-oxide/abroad"], at-most: 20, unit: t a year}
        tempo: {decides: half-yearly, delay: 6 months, from: 2025-06}
        grip: {compliance: 0.8}
        rule: schedule
        schedule: [{from: 2025-06, pull: 0.5}, {from: 2027-06, pull: 1}]
        source: bureau

        """;

    /// <summary>The scenario of this world, all its files rewritten by somebody before they are read.</summary>
    /// <param name="ofWorld">Rewrites tables.</param>
    /// <param name="ofInstitutions">Rewrites the files of institutions.</param>
    public static Scenario Read(Func<string, string> ofWorld, Func<string, string> ofInstitutions)
    {
        using TinyWorld world = FinanceTablesTests.World();
        world.Write("cities.csv", "id,title,region,population,revenue_usd_per_year,deployment_share,opening_debt_usd,debt_ceiling_share,source\n" + Both("hill,Hill,home,500000,1000000000,@share,200000000,1.5,bureau\n"))
            .Write("city_finance.csv", "city,driver,revenue_growth_per_year,source\n" + Both("hill,,0.02,bureau\n"))
            .Write("regions.csv", "id,title,vat,source\n" + Both("home,Home,0.1,bureau\n"))
            .Replace("capital.csv", "separation,home,300,6,20,survey\n", Both("separation,home,300,6,20,survey\n"))
            .Write("facilities.csv", "id,title,owner,process,ore,region,city,aggregate,capacity_per_year,opening_per_year,unit_cost_usd,target_pressure,starts,ends,expandable,source\n" + Both("""
                pit-home,Pit,State,mining,vein,home,,no,1000,800,@cost,0.5,,,yes,bureau
                works-home,Works,Firm,separation,,home,hill,no,1000,800,@cost,0,,,yes,bureau
                later-home,Later,Firm,separation,,home,,no,500,0,@cost,0,2026-01,2029-12,no,bureau
                shop-home,Shop,Maker,motor-making,,home,,yes,200000,141000,30,0,,,yes,paper
                yard-home,Yard,Yard,recycling,,home,,no,100,50,400,0,,,no,bureau

                """))
            .Write("markets.csv", "commodity,region,price_usd_per_unit,cover_months,beta,floor_share,payable_share,values_at,source\n" + Both("""
                mixture,home,,,,,0.6,home,model
                alpha-oxide,home,50000,3,0.7,0.3,,,bureau
                beta-oxide,home,900,3,0.7,0.3,,,bureau
                scrap,home,,,,,0.5,home,model
                motor,home,120,2,0.5,,,,model

                """))

            // No oxide crosses the border: where two places that are alike trade one both ways, the opening that is found is alike to 3e-6 only.
            .Write("routes.csv", "commodity,from,to,freight_usd_per_unit,transit_months,weight,source\n" + Both("""
                motor,home,abroad,2,2,1,bureau
                scrap,home,abroad,50,1,0.7,bureau

                """))
            .Write("uses.csv", "id,title,commodity,place,amount_per_year,closes,closing_share,elasticity,driver,cover_months,life_years,life_sd_years,collected_share,scrap,running_cost_usd_per_unit_year,target_amount,source\n" + Both("""
                motors-home,Motors,motor,home,140000,,,0.3,growth,2,10,2,0.5,scrap,,,bureau
                motors-hill,Motors of the city,motor,hill,1000,,,0.3,growth,2,10,2,0.5,scrap,12,40000,bureau
                beta-home,Uses of beta,beta-oxide,home,,beta-oxide,0.5,0.2,growth,2,,,,,,,model
                alpha-home,Other uses of alpha,alpha-oxide,home,,alpha-oxide,0.5,0.2,growth,2,,,,,,,model

                """))
            .Write("calendar.csv", "id,title,instrument,on,strength,unit,enacted,start,end,source,note\n").Write("observed.csv", "id,title,variable,region,period,value,low,high,unit,source,note\n");
        // Parameters and rules of money name no place; "home" is a word of theirs.
        foreach (string table in Directory.GetFiles(world.Folder, "*.csv").Where(f => Path.GetFileName(f) is not ("parameters.csv" or "treasury.csv"))) File.WriteAllText(table, ofWorld(File.ReadAllText(table)));
        foreach (string text in new[] { Committee, Agency })
        {
            string rewritten = ofInstitutions(text);
            world.WriteInstitution(rewritten.Split('\n')[0].Trim()["institution: ".Length..], rewritten);
        }

        string[] ids = [.. Directory.GetFiles(Path.Combine(Path.GetDirectoryName(world.Worlds)!, "institutions")).Select(f => Path.GetFileNameWithoutExtension(f)!)];
        world.WriteScenario("governed", $"scenario: governed\ntitle: Governed\nextends: baseline\ninstitutions: [{string.Join(", ", ids)}]\n");
        return world.Scenario("governed");
    }

    /// <summary>Every name of the one place for that of the other, and back.</summary>
    public static string Swapped(string text)
    {
        foreach ((string one, string other) in Names)
            text = text.Replace(one, "\u0001", StringComparison.Ordinal).Replace(other, one, StringComparison.Ordinal).Replace("\u0001", other, StringComparison.Ordinal);
        return text;
    }

    private static string Both(string rows) => rows + Swapped(rows);
}
