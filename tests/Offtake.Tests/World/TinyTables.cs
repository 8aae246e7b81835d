using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.Tests.World;

/// <summary>The tables of <see cref="TinyWorld"/>: one pit, one separation works, one maker of motors, one recycler.</summary>
internal static class TinyTables
{
    public static IReadOnlyDictionary<string, string> Files { get; } = Build();

    private static Dictionary<string, string> Build()
    {
        Dictionary<string, string> files = new()
        {
            ["world.yaml"] = "world: tiny\ntitle: A tiny world\nopening: 2024-12\nfirst: 2025-01\nlast: 2030-12\nstory: |\n  Small enough to read.\n",
            ["sources.csv"] = """
                id,publisher,year,kind,title,address,licence,note
                survey,Bureau,2024,measured,A survey,https://example.org/a,public domain,
                bureau,Bureau,2024,official,A yearbook,https://example.org/b,public domain,
                paper,Paper,2025,press,An article,,quoted,
                model,Offtake,2026,estimate,A calibration,,same,

                """,
            ["assumptions.csv"] = """
                id,value,low,high,unit,distribution,reason
                cost,10,5,20,USD/t,lognormal,A guess. Accounts would settle it.
                share,0.5,0.25,0.75,share,triangular,A guess. A count would settle it.
                closure,0.4,0,1,share,uniform,A guess about a law.
                clock,3,3,3,months,fixed,A convention.

                """,
            ["elements.csv"] = "id,title\nalpha,Alpha\nbeta,Beta\n",
            ["regions.csv"] = "id,title,vat,source\nhome,Home,0.13,bureau\nabroad,Abroad,0,bureau\n",
            ["cities.csv"] = """
                id,title,region,population,revenue_usd_per_year,deployment_share,opening_debt_usd,debt_ceiling_share,source
                hill,Hill,home,500000,1000000000,@share,200000000,1.5,bureau

                """,
            ["commodities.csv"] = """
                id,title,basis,unit,stage,elements,pricing,vat_refunded,disposal_cover
                mixture,Concentrate,reo,t,mining,alpha;beta,formula,no,
                alpha-oxide,Oxide of alpha,reo,t,separation,alpha,posted,no,@clock
                beta-oxide,Oxide of beta,reo,t,separation,beta,posted,no,
                scrap,Retired motors,reo,t,recycling,alpha,formula,no,
                motor,Motor,units,unit,products,alpha,posted,yes,

                """,
            ["ores.csv"] = "ore,element,share,source\nvein,alpha,0.4,survey\nvein,beta,0.6,survey\n",
            ["processes.csv"] = """
                id,title,stage,kind,drive,anchors_price,output,recovery,source
                mining,Mining,mining,extraction,margin,no,mixture,0.8,survey
                separation,Separation,separation,conversion,feed,yes,alpha-oxide,,
                motor-making,Motors,products,conversion,orders,yes,motor,,
                recycling,Recycling,recycling,conversion,feed,no,alpha-oxide,,

                """,
            ["recipes.csv"] = """
                process,flow,commodity,element,value,unit,closes,source
                separation,in,mixture,,1,t per t,no,model
                separation,share,alpha-oxide,alpha,0.9,share,,model
                separation,share,beta-oxide,beta,0.9,share,,model
                motor-making,in,alpha-oxide,,0.002,t per unit,no,bureau
                motor-making,share,motor,,1,share,,model
                motor-making,yield,motor,,1,unit per unit,,model
                recycling,in,scrap,,1,t per t,yes,model
                recycling,share,alpha-oxide,alpha,0.8,share,,model

                """,
            ["facilities.csv"] = """
                id,title,owner,process,ore,region,city,aggregate,capacity_per_year,opening_per_year,unit_cost_usd,target_pressure,starts,ends,expandable,source
                pit,The pit,State,mining,vein,home,,no,1000,800,@cost,0.5,,,yes,bureau
                works,The works,Firm,separation,,home,hill,no,1000,800,@cost,0,,,yes,bureau
                late-works,"Later
                works",Firm,separation,,home,,no,500,0,@cost,0,2026-01,2029-12,no,bureau
                shop,The shop,Maker,motor-making,,abroad,,yes,200000,150000,30,0,,,yes,paper
                yard,The yard,Yard,recycling,,home,,no,100,50,400,0,,,no,bureau

                """,
            ["markets.csv"] = """
                commodity,region,price_usd_per_unit,cover_months,beta,floor_share,payable_share,values_at,source
                mixture,home,,,,,0.6,home,model
                alpha-oxide,home,50000,3,0.7,0.3,,,bureau
                alpha-oxide,abroad,,3,0.7,,,,bureau
                beta-oxide,home,900,3,0.7,0.3,,,bureau
                scrap,home,,,,,0.5,home,model
                scrap,abroad,,,,,0.5,abroad,model
                motor,home,,2,0.5,,,,model
                motor,abroad,120,2,0.5,,,,model

                """,
            ["routes.csv"] = """
                commodity,from,to,freight_usd_per_unit,transit_months,weight,source
                alpha-oxide,home,abroad,300,1,1,bureau
                motor,abroad,home,2,2,1,bureau
                scrap,abroad,home,50,1,0.7,bureau

                """,
            ["drivers.csv"] = "driver,when,value,source\ngrowth,2010,0.5,paper\ngrowth,2024,1,paper\ngrowth,2030,1.6,paper\n",
            ["driver_spread.csv"] = "driver,growth_error,shock_sigma,shock_rho,source\ngrowth,0.04,0.02,0.5,model\n",
            ["uses.csv"] = """
                id,title,commodity,place,amount_per_year,closes,closing_share,elasticity,driver,cover_months,life_years,life_sd_years,collected_share,scrap,running_cost_usd_per_unit_year,target_amount,source
                motors-home,Motors at home,motor,home,140000,,,0.3,growth,2,10,2,0.5,scrap,,,bureau
                motors-hill,Motors of the city,motor,hill,1000,,,0.3,growth,2,10,2,0.5,scrap,12,20000,bureau
                beta-uses,Uses of beta,beta-oxide,home,,beta-oxide,1,0.2,growth,2,,,,,,,model

                """,
            ["parameters.csv"] = Parameters(),
            ["calendar.csv"] = """
                id,title,instrument,on,strength,unit,enacted,start,end,source,note
                quota-2024,Quota,production-quota,facility:pit,900,t/yr,2024-01,2024-01,2025-12,bureau,
                quota-2026,Next quota,production-quota,facility:pit,950,t/yr,2025-06,2026-01,,bureau,
                floor,Price floor,price-floor,facility:pit;commodity:alpha-oxide,60000,USD/t,2025-07,2025-10,2029-12,paper,
                stop,Stop,embargo,route:alpha-oxide/home/abroad,@closure,share,2026-12,2027-01,,paper,

                """,
            ["observed.csv"] = """
                id,title,variable,region,period,value,low,high,unit,source,note
                output-2025,Output of 2025,mine-output,home,2025,810,780,850,t REO,bureau,

                """,
            ["claims.csv"] = """
                id,system,kind,statement,quantity,unit,period,source,said,done,caused,checked_by
                HC-01,hill,mechanism,The city buys motors,,,2026,paper,confirmed,partly,n/a,procurement records

                """,
        };

        IEnumerable<string> resources = WorldShapes.All.Where(s => !s.IsOptional).Select(s => $"{{\"name\": \"{s.Name}\", \"path\": \"{s.File}\"}}");
        files["datapackage.json"] = $"{{\"name\": \"tiny\", \"resources\": [\n{string.Join(",\n", resources)}\n]}}\n";
        return files;
    }

    private static string Parameters()
    {
        Dictionary<string, string> special = new()
        {
            ["price.monthly-rise-limit"] = "1.5",
            ["order.maximum-share"] = "3",
            ["mine.reopen-ratio"] = "1.1",
            ["trade.arbitrage-share"] = "0.2",
            ["thrift.ceiling"] = "1",
            ["licence.ask-months"] = "1",
            ["substitute.end-ratio"] = "4",
        };
        IEnumerable<string> rows = BehaviourRows.Ids.Select(id =>
        {
            string value = special.GetValueOrDefault(id) ?? (id.EndsWith("-months", StringComparison.Ordinal) ? "6"
                : id.EndsWith("-low", StringComparison.Ordinal) ? "0.1"
                : id.EndsWith("-high", StringComparison.Ordinal) ? "4"
                : "0.5");
            return $"{id},{value},,,{(id.EndsWith("-months", StringComparison.Ordinal) ? "months" : "unit")},,model,";
        });
        return "id,value,low,high,unit,distribution,source,note\n" + string.Join('\n', rows) + "\n";
    }
}
