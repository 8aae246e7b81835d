namespace Offtake.Experiments.Tracing;

/// <summary>Which phase of the month reads numbers of a table first, and by which equations. It says where a number enters, not how far it carries: through prices every number may move every outcome.</summary>
public static class ParameterReaders
{
    private static readonly (string Table, string Column, string Phase, string Equations)[] All =
    [
        ("facilities", "capacity_per_year", "operations, investment", "OPS-1 OPS-2 INV-1"),
        ("facilities", "opening_per_year", "opening, operations", "OPS-1 OPS-2"),
        ("facilities", "unit_cost_usd", "prices, operations", "OPS-1 PRI-3"),
        ("facilities", "target_pressure", "operations", "OPS-1 OPS-8"),
        ("markets", "price_usd_per_unit", "opening, prices", "PRI-1 PRI-5"),
        ("markets", "cover_months", "prices, demand", "PRI-1 DEM-5"),
        ("markets", "beta", "prices", "PRI-1"),
        ("markets", "floor_share", "prices", "PRI-3"),
        ("markets", "payable_share", "prices", "PRI-5"),
        ("routes", "", "logistics, prices", "PRI-2 LOG-1 LOG-2"),
        ("ores", "", "operations", "OPS-3 OPS-4"),
        ("recipes", "elasticity", "demand", "DEM-2 DEM-8"),
        ("recipes", "thrift", "demand", "DEM-3"),
        ("recipes", "", "operations, demand", "OPS-2 OPS-3 DEM-1"),
        ("processes", "lead_months", "investment", "INV-2 INV-8"),
        ("processes", "", "operations", "OPS-3 OPS-4"),
        ("commodities", "", "operations, prices", "OPS-5 PRI-6"),
        ("uses", "elasticity", "demand", "DEM-2"),
        ("uses", "cover_months", "demand", "DEM-5 DEM-6"),
        ("uses", "life_years", "cities and users", "CIT-1 CIT-2"),
        ("uses", "life_sd_years", "cities and users", "CIT-1 CIT-2"),
        ("uses", "collected_share", "cities and users", "CIT-2"),
        ("uses", "running_cost_usd_per_unit_year", "cities and users", "CIT-4"),
        ("uses", "target_amount", "cities and users", "CIT-3"),
        ("uses", "", "demand", "DEM-1"),
        ("drivers", "", "demand, nature", "DEM-1 NAT-3"),
        ("driver_spread", "", "nature", "NAT-1"),
        ("seasons", "", "nature, demand", "NAT-4 DEM-10"),
        ("calendar", "", "institutions", "INS-7"),
        ("cities", "", "cities and users, treasury", "CIT-4 FIN-3"),
        ("city_finance", "", "treasury", "FIN-3"),
        ("treasury", "", "treasury", "FIN-1 FIN-2 FIN-5 FIN-6"),
        ("capital", "", "investment, treasury", "INV-1 INV-8 FIN-2"),
        ("regions", "", "prices, treasury", "PRI-2 FIN-1"),
        ("innovations", "", "investment", "RND-4"),
        ("research", "", "investment", "RND-1 RND-2"),
        ("research_regions", "", "investment", "RND-1 RND-3"),
        ("labour", "", "investment", "INV-5"),
        ("skills", "", "investment", "INV-5"),
        ("learning", "", "investment", "INV-6"),
        ("residues", "", "operations", "OPS-6"),
        ("institutions", "sight", "institutions", "INS-5"),
        ("institutions", "mandate", "institutions", "INS-2"),
        ("institutions", "crowding-out", "demand", "DEM-12"),
        ("institutions", "pull-forward", "demand", "DEM-11"),
        ("institutions", "pull-forward-months", "demand", "DEM-11"),
        ("institutions", "cities", "institutions", "INS-6"),
        ("institutions", "replication-gain", "institutions", "INS-6"),
        ("institutions", "leverage", "treasury, investment", "FIN-4"),
        ("institutions", "", "institutions", "INS-2 INS-7 INS-8"),
        ("parameters", "", "all phases: a rule of behaviour", "PRI-1 DEM-2 LOG-2 OPS-1 INV-1"),
    ];

    /// <summary>All equations that are named here.</summary>
    public static IEnumerable<string> Equations => All.SelectMany(r => r.Equations.Split(' ')).Distinct();

    /// <summary>The phases that read a parameter and their equations; null for an id of another form.</summary>
    public static (string Phase, string Equations)? Of(string parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        string[] parts = parameter.Split('/');
        foreach ((string table, string column, string phase, string equations) in All)
            if (parts[0] == table && (column.Length == 0 || parts.Skip(1).Contains(column))) return (phase, equations);
        return null;
    }
}
