using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions;

/// <summary>Guidance funds of a scenario: which facilities each names, how far its money reaches, and what it paid. What it holds is the balance of its account.</summary>
/// <remarks>Funds are numbered in ordinal order of the names of their levers, as their accounts are.</remarks>
public sealed class FundBook
{
    private readonly ChainState _state;
    private readonly int[] _fundOf;
    private readonly int[] _regions;

    internal FundBook(ChainState state, IReadOnlyList<Directive> directives, IReadOnlyList<string> names)
    {
        _state = state;
        _fundOf = new int[directives.Count];
        Directive[] funds = [.. directives.Where(d => d.Instrument == InstrumentKind.GuidanceFund).OrderBy(d => names[d.Number], StringComparer.Ordinal)];
        LeverOf = [.. funds.Select(f => f.Number)];
        Facilities = [.. funds.Select(f => f.Targets.Select(t => t.Index).ToArray())];
        _regions = [.. Facilities.Select(f => state.Layout.Facilities[f[0]].Region)];
        for (int i = 0; i < funds.Length; i++) _fundOf[funds[i].Number] = i;
        Share = new double[funds.Length];
        Paid = new Usd[funds.Length];
    }

    /// <summary>Lever of each fund, as numbered in <see cref="ProgrammeBook.Names"/>.</summary>
    public IReadOnlyList<int> LeverOf { get; }

    /// <summary>Share of the cost of new capacity that each fund can pay this month.</summary>
    public double[] Share { get; }

    /// <summary>Paid by each fund for new capacity this month.</summary>
    public Usd[] Paid { get; }

    /// <summary>Facilities that each fund names.</summary>
    internal int[][] Facilities { get; }

    /// <summary>What a fund holds.</summary>
    public Usd Balance(int fund) => _state.Money.Balance[_state.Accounts.Fund(fund)];

    internal int AccountOf(Directive directive) => _state.Accounts.Fund(_fundOf[directive.Number]);

    internal int RegionOf(Directive directive) => _regions[_fundOf[directive.Number]];
}
