namespace Offtake.Tests.Cli;

/// <summary>The tables in which a chain of lithium differs from the blank forms: brine evaporates in summer, becomes carbonate, cells, buses and their fleets. Made up.</summary>
internal static class LithiumTables
{
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["elements.csv"] = "id,title\nlithium,Lithium\n",
        ["assumptions.csv"] = "id,value,low,high,unit,distribution,reason\nexample-deployment-share,0.05,0.02,0.1,share of revenue,triangular,Made up.\n",
        ["commodities.csv"] = """
            id,title,basis,unit,stage,elements,pricing,vat_refunded,disposal_cover
            brine,Concentrated brine,reo,t,mining,lithium,formula,no,
            carbonate,Lithium carbonate,reo,t,refining,lithium,posted,no,
            battery,Battery,units,battery,parts,lithium,posted,no,
            bus,Electric bus,units,bus,products,lithium,posted,no,
            old-batteries,Retired batteries,reo,t,recycling,lithium,formula,no,

            """,
        ["ores.csv"] = "ore,element,share,source\nsalar,lithium,1,structure\n",
        ["processes.csv"] = """
            id,title,stage,kind,drive,anchors_price,output,recovery,lead_months,source
            evaporation,Evaporation of brine,mining,extraction,margin,no,brine,0.5,36,example
            carbonation,Making carbonate,refining,conversion,feed,yes,carbonate,,24,example
            cell-making,Making batteries,parts,conversion,orders,yes,battery,,24,example
            bus-building,Building buses,products,conversion,orders,yes,bus,,18,example
            black-mass,Recycling of batteries,recycling,conversion,feed,no,carbonate,,18,example

            """,
        ["recipes.csv"] = """
            process,flow,commodity,element,value,unit,closes,elasticity,thrift,source
            carbonation,in,brine,,1,t per t,no,,,structure
            carbonation,share,carbonate,,0.85,share,no,,,example
            cell-making,in,carbonate,,0.035,t per battery,no,0.1,1,example
            cell-making,share,battery,,0.95,share,no,,,example
            cell-making,yield,battery,,1,battery,no,,,structure
            bus-building,in,battery,,1,batteries per bus,no,,,example
            bus-building,share,bus,,1,share,no,,,structure
            bus-building,yield,bus,,1,bus,no,,,structure
            black-mass,in,old-batteries,,1,t per t,no,,,structure
            black-mass,share,carbonate,,0.7,share,no,,,example

            """,
        ["facilities.csv"] = """
            id,title,owner,process,ore,region,city,aggregate,capacity_per_year,opening_per_year,unit_cost_usd,target_pressure,starts,ends,expandable,season,source
            salar-north,Salt flat in the north,Somebody,evaporation,salar,elsewhere,,no,1000,700,20000,0,,,yes,sun,example
            salar-south,Salt flat in the south,Somebody,evaporation,salar,elsewhere,,no,1000,700,21000,0,,,yes,sun,example
            salar-west,Salt flat in the west,Somebody,evaporation,salar,elsewhere,,no,900,600,22000,0,,,yes,sun,example
            carbonate-works,Carbonate works,Many,carbonation,,elsewhere,,yes,2600,2000,12000,0,,,yes,,example
            cells-home,Battery plant,Town works,cell-making,,home,my-town,no,20000,15000,40000,0,,,yes,,example
            cells-elsewhere,Other battery makers,Many,cell-making,,elsewhere,,yes,60000,40000,40000,0,,,yes,,example
            buses-home,Bus makers at home,Many,bus-building,,home,,yes,20000,15000,180000,0,,,yes,,example
            buses-elsewhere,Bus makers elsewhere,Many,bus-building,,elsewhere,,yes,60000,40000,180000,0,,,yes,,example
            black-mass-works,Recyclers,Many,black-mass,,elsewhere,,yes,1500,600,15000,0,,,no,,example

            """,
        ["seasons.csv"] = "id,month,factor,source\n" + string.Concat(new[] { 1.4, 1.4, 1.2, 1, 0.8, 0.6, 0.6, 0.8, 0.8, 1, 1.2, 1.2 }.Select((f, i) => FormattableString.Invariant($"sun,{i + 1},{f},example\n"))),
        ["markets.csv"] = """
            commodity,region,price_usd_per_unit,cover_months,beta,floor_share,payable_share,values_at,source
            brine,elsewhere,,,,,0.7,elsewhere,example
            carbonate,elsewhere,70000,3,0.6,0.3,,,example
            carbonate,home,,3,0.6,0.3,,,example
            battery,home,50000,2,0.4,0.5,,,example
            battery,elsewhere,,2,0.4,0.5,,,example
            bus,home,300000,2,0.2,0.5,,,example
            bus,elsewhere,,2,0.2,0.5,,,example
            old-batteries,home,,,,,0.4,elsewhere,example
            old-batteries,elsewhere,,,,,0.4,elsewhere,example

            """,
        ["routes.csv"] = """
            commodity,from,to,freight_usd_per_unit,transit_months,weight,source
            carbonate,elsewhere,home,500,2,1,example
            battery,home,elsewhere,300,1,1,example
            battery,elsewhere,home,300,1,1,example
            bus,home,elsewhere,5000,2,1,example
            bus,elsewhere,home,5000,2,1,example
            old-batteries,home,elsewhere,100,1,1,example

            """,
        ["uses.csv"] = """
            id,title,commodity,place,amount_per_year,closes,closing_share,elasticity,driver,cover_months,life_years,life_sd_years,collected_share,scrap,running_cost_usd_per_unit_year,target_amount,season,source
            town-buses,Buses of the town,bus,my-town,25,,,0.3,buses-at-home,2,12,3,0.8,old-batteries,20000,400,,example
            buses-home,Buses at home,bus,home,12000,,,0.4,buses-at-home,2,12,3,0.6,old-batteries,,,,example
            buses-elsewhere,Buses elsewhere,bus,elsewhere,,carbonate,1,0.4,buses-abroad,2,12,3,0.5,old-batteries,,,,example

            """,
        ["drivers.csv"] = "driver,when,value,source\nbuses-at-home,2010,0.2,example\nbuses-at-home,2025,1,example\nbuses-at-home,2040,1.3,example\nbuses-abroad,2010,0.2,example\nbuses-abroad,2025,1,example\nbuses-abroad,2040,1.2,example\n",
        ["driver_spread.csv"] = "driver,growth_error,shock_sigma,shock_rho,source\nbuses-at-home,0.01,0.02,0.8,example\nbuses-abroad,0.01,0.02,0.8,example\n",
        ["calendar.csv"] = "id,title,instrument,on,strength,unit,enacted,start,end,source\ngate,Licence for carbonate,export-licence,route:carbonate/elsewhere/home,0.2,share,2026-01,2028-01,2029-12,example\n",
    };
}
