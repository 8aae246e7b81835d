using Offtake.Model.Studies;

namespace Offtake.Experiments.Tracing;

/// <summary>Which phase of the month makes a variable, and by which equations, and which numbers those read wherever they stand. It says where a variable is made, not all that moves it: through prices every number may.</summary>
/// <param name="Variable">What is made.</param>
/// <param name="Phase">Phases of the month.</param>
/// <param name="Equations">Ids of equations.</param>
/// <param name="Reads">Patterns of numbers that are of no single row: rules of behaviour, of money, of research.</param>
public sealed record VariableMakers(ChainVariable Variable, string Phase, IReadOnlyList<string> Equations, IReadOnlyList<string> Reads)
{
    /// <summary>All variables there are.</summary>
    public static IReadOnlyList<VariableMakers> All { get; } =
    [
        Made(ChainVariable.Price, "prices", "PRI-1 PRI-3 PRI-5 PRI-7", "parameters/price.*/value"),
        Made(ChainVariable.Stock, "operations, logistics", "OPS-2 OPS-5 LOG-3", "parameters/make.*/value", "parameters/dispose.*/value"),
        Made(ChainVariable.Cover, "operations, prices", "OPS-2 LOG-3 PRI-1", "parameters/price.*/value", "parameters/dispose.*/value"),
        Made(ChainVariable.Output, "operations", "OPS-1 OPS-2 OPS-3 OPS-4 CIT-2", "parameters/make.*/value", "parameters/mine.*/value"),
        Made(ChainVariable.Disposed, "operations", "OPS-5", "parameters/dispose.*/value"),
        Made(ChainVariable.Reserved, "logistics", "LOG-3 INS-7", "calendar/*/strength"),
        Made(ChainVariable.Shipped, "logistics", "LOG-1 LOG-2 LOG-3 PRI-2", "parameters/trade.*/value"),
        Made(ChainVariable.HeldUp, "logistics", "LOG-4 LOG-5", "parameters/licence.*/value", "parameters/quota.*/value", "calendar/*/strength"),
        Made(ChainVariable.Demand, "demand", "DEM-1 DEM-2 DEM-3 DEM-8 DEM-9 DEM-10", "parameters/demand.*/value", "parameters/thrift.*/value"),
        Made(ChainVariable.Used, "demand, logistics", "DEM-1 DEM-2 DEM-5 LOG-3", "parameters/demand.*/value", "parameters/order.*/value"),
        Made(ChainVariable.Unmet, "logistics", "DEM-5 LOG-3", "parameters/order.*/value", "parameters/precaution.*/value"),
        Made(ChainVariable.UnmetShare, "logistics", "DEM-5 LOG-3", "parameters/order.*/value", "parameters/precaution.*/value"),
        Made(ChainVariable.InUse, "cities and users", "CIT-1 CIT-2", "parameters/demand.*/value"),
        Made(ChainVariable.Embodied, "demand, logistics", "DEM-1 DEM-2 LED-3", "parameters/demand.*/value", "parameters/thrift.*/value"),
        Made(ChainVariable.Activity, "operations", "OPS-1 OPS-2 OPS-7 OPS-8", "parameters/make.*/value", "parameters/mine.*/value", "parameters/quota.*/value"),
        Made(ChainVariable.Capacity, "investment", "INV-1 INV-2 INV-3 INV-4 INV-7 INV-8 NAT-3", "parameters/invest.*/value", "treasury/invest.*/value", "treasury/owner.*/value"),
        Made(ChainVariable.Utilisation, "operations, investment", "OPS-1 OPS-2 INV-2 INV-3", "parameters/make.*/value", "parameters/mine.*/value", "parameters/invest.*/value"),
        Made(ChainVariable.ShortfallShare, "operations", "OPS-1 OPS-2 INV-5", "parameters/make.*/value"),
        Made(ChainVariable.CitySpending, "cities and users, treasury", "CIT-4 FIN-3"),
        Made(ChainVariable.CityDebt, "treasury", "CIT-4 FIN-3", "treasury/city.*/value"),
        Made(ChainVariable.Coverage, "cities and users", "CIT-3 CIT-4"),
        Made(ChainVariable.TreasuryPaid, "treasury", "FIN-1 FIN-4 FIN-5 FIN-8", "treasury/bailout.*/value", "treasury/city.*/value", "calendar/*/strength"),
        Made(ChainVariable.TreasuryReceived, "treasury", "FIN-1 FIN-6", "treasury/tax.*/value", "treasury/dividend.*/value", "calendar/*/strength"),
        Made(ChainVariable.Rationed, "logistics", "LOG-3 DIS-9", "parameters/order.*/value", "parameters/precaution.*/value"),
        Made(ChainVariable.ImportReliance, "logistics", "LOG-1 LOG-2 LOG-3 DIS-9", "parameters/trade.*/value"),
        Made(ChainVariable.Concentration, "operations", "OPS-2 DIS-9", "parameters/make.*/value", "parameters/mine.*/value"),
        Made(ChainVariable.Idle, "operations, investment", "OPS-1 OPS-2 INV-2 INV-3", "parameters/make.*/value", "parameters/invest.*/value"),
        Made(ChainVariable.ProjectsDeployed, "investment", "RND-1 RND-2 RND-3 RND-4", "research/*/value", "innovations/*/*", "parameters/project.*/value"),
        Made(ChainVariable.ResidueLeft, "operations", "OPS-2 OPS-6"),
        Made(ChainVariable.LossesBorne, "treasury", "FIN-2 FIN-5", "treasury/*/value"),
        Made(ChainVariable.ProgrammeOutlay, "treasury", "FIN-8 INS-8"),
        Made(ChainVariable.AnnouncedTonnes, "institutions, demand", "INS-7 DEM-13 DIS-12"),
        Made(ChainVariable.ProgrammeTonnes, "demand, logistics", "DEM-13 LOG-3 FIN-8"),
        Made(ChainVariable.CrowdedOutTonnes, "demand", "DEM-12"),
        Made(ChainVariable.PulledForwardTonnes, "demand", "DEM-11"),
        Made(ChainVariable.LeversOrdered, "institutions", "INS-2 INS-4 INS-5 INS-7"),
        Made(ChainVariable.BeyondReach, "institutions", "INS-2 INS-3 DIS-13"),
        Made(ChainVariable.RefusedByLaw, "institutions", "INS-7 DIS-13"),
        Made(ChainVariable.Vetoed, "institutions", "INS-7 DIS-13"),
        Made(ChainVariable.LeftUndone, "institutions", "INS-7 DIS-13"),
        Made(ChainVariable.RefusedByBudget, "institutions", "INS-8 DIS-13"),
        Made(ChainVariable.Answering, "institutions", "INS-5 INS-7"),
    ];

    /// <summary>Who makes a variable.</summary>
    public static VariableMakers Of(ChainVariable variable) => All.First(m => m.Variable == variable);

    private static VariableMakers Made(ChainVariable variable, string phase, string equations, params string[] reads) => new(variable, phase, equations.Split(' '), reads);
}
