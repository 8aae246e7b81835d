namespace Offtake.Equilibrium.Assembly;

/// <summary>What a variable of the complementarity problem stands for.</summary>
internal enum VariableKind
{
    /// <summary>Price above its lowest value; index is a market.</summary>
    Price,

    /// <summary>Price below zero where nothing can be thrown away; index is a market.</summary>
    PriceBelowZero,

    /// <summary>Quantity on an inverse demand curve; index is a curve.</summary>
    Demand,

    /// <summary>Price above the one at which a direct demand curve reaches zero; index is a curve.</summary>
    DemandGap,

    /// <summary>Quantity on an inverse supply curve; index is a curve.</summary>
    Supply,

    /// <summary>Price below the one at which a direct supply curve reaches zero; index is a curve.</summary>
    SupplyGap,

    /// <summary>Rent of a supply capacity; index is a curve.</summary>
    SupplyRent,

    /// <summary>Quantity carried; index is a route.</summary>
    Flow,

    /// <summary>Level of an activity.</summary>
    Level,

    /// <summary>Rent of the capacity of an activity.</summary>
    LevelRent,

    /// <summary>Rent of a quota.</summary>
    QuotaRent,
}

/// <summary>A variable: its kind and which one of that kind.</summary>
internal readonly record struct Variable(VariableKind Kind, int Index)
{
    /// <summary>Whether it counts goods; otherwise it is a price of something.</summary>
    public bool IsQuantity => Kind is VariableKind.Demand or VariableKind.Supply or VariableKind.Flow or VariableKind.Level;

    /// <summary>The variable in words.</summary>
    public string Name(SpatialProblem problem) => Kind switch
    {
        VariableKind.Price or VariableKind.PriceBelowZero => $"price of {problem.NameOfMarket(Index)}",
        VariableKind.Demand or VariableKind.DemandGap => $"demand for {NameOf(problem.Demand[Index], problem)}",
        VariableKind.Supply or VariableKind.SupplyGap => $"supply of {NameOf(problem.Supply[Index], problem)}",
        VariableKind.SupplyRent => $"capacity for {NameOf(problem.Supply[Index], problem)}",
        VariableKind.Flow => $"trade of {problem.NameOfRoute(problem.Routes[Index])}",
        VariableKind.Level => $"activity {problem.Activities[Index].Name} in {problem.Regions[problem.Activities[Index].Region]}",
        VariableKind.LevelRent => $"capacity of {problem.Activities[Index].Name} in {problem.Regions[problem.Activities[Index].Region]}",
        _ => $"quota {problem.Quotas[Index].Name}",
    };

    private static string NameOf(Curve curve, SpatialProblem problem) => problem.NameOfMarket(problem.Market(curve.Region, curve.Good));
}
