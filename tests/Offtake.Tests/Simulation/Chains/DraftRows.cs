using Offtake.Model.Chain;
using Offtake.Model.Quantities;

namespace Offtake.Tests.Simulation.Chains;

/// <summary>A process as a test writes it.</summary>
internal sealed record Recipe(string Id, Drive Drive, string Output)
{
    public string Stage { get; init; } = "any";

    public bool AnchorsPrice { get; init; }

    public double? Recovery { get; init; }

    public IReadOnlyList<Intake> Inputs { get; init; } = [];

    public IReadOnlyList<(string Commodity, string? Element, double Value)> Shares { get; init; } = [];

    public IReadOnlyList<(string Commodity, double Amount)> Yields { get; init; } = [];

    public double? LeadMonths { get; init; }
}

/// <summary>What a process takes in, as a test writes it.</summary>
internal sealed record Intake(string Commodity, double Rate, bool Closes = false, double? Elasticity = null, double? Thrift = null, (string Commodity, double Amount)? Displaces = null);

/// <summary>A facility as a test writes it; amounts a year.</summary>
internal sealed record Site(string Id, string Process, string Region, double Capacity, double Opening, double Cost)
{
    public string? Ore { get; init; }

    public double TargetPressure { get; init; }

    public Month? Starts { get; init; }

    public Month? Ends { get; init; }

    public bool IsExpandable { get; init; }

    public string? Driver { get; init; }

    public string? Season { get; init; }
}

/// <summary>A final use as a test writes it; amounts a year.</summary>
internal sealed record Wish(string Id, string Commodity, string Region, string Driver)
{
    public double? Amount { get; init; }

    public string? Closes { get; init; }

    public double? ClosingShare { get; init; }

    public double Elasticity { get; init; } = 0.3;

    public double Cover { get; init; } = 2.0;

    public (double Mean, double Sd, double Collected, string Scrap)? Life { get; init; }

    public (double RunningCost, double Target)? Service { get; init; }

    public string? City { get; init; }

    public string? Season { get; init; }
}
