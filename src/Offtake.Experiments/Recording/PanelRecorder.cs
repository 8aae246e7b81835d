using Offtake.Model.Quantities;
using Offtake.Results;
using Offtake.Simulation;

namespace Offtake.Experiments.Recording;

/// <summary>Copies one aspect of every month into a panel. Recorders watch; they never touch the state.</summary>
internal abstract class PanelRecorder
{
    /// <summary>The table being filled.</summary>
    public abstract Panel Panel { get; }

    /// <summary>Records the end of a month of a future. Futures may be recorded at the same time, a future's months only in order.</summary>
    public abstract void Record(int future, int month, in MonthEnd end);
}

/// <summary>What recorders need to know to lay out their panels.</summary>
/// <param name="Layout">Structure of the chain.</param>
/// <param name="Futures">Number of futures.</param>
/// <param name="First">First month.</param>
/// <param name="Months">Number of months.</param>
internal sealed record RecordingPlan(ChainLayout Layout, int Futures, Month First, int Months)
{
    public Panel Monthly(string name, string[] keys, IEnumerable<IReadOnlyList<string>> entities, params Column[] columns) =>
        new(name, keys, [.. entities], columns, Frequency.Monthly, Futures, First, Months);

    public Panel Yearly(string name, string[] keys, IEnumerable<IReadOnlyList<string>> entities, params Column[] columns) =>
        new(name, keys, [.. entities], columns, Frequency.Yearly, Futures, First, (First + (Months - 1)).Year - First.Year + 1);

    public string Region(int r) => Layout.Chain.Regions[r].Id;

    public string Commodity(int c) => Layout.Chain.Commodities[c].Id;

    public string Unit(int c) => Layout.Chain.Commodities[c].Unit;
}
