using Offtake.Equilibrium.Complementarity;

namespace Offtake.Equilibrium.Assembly;

/// <summary>Collects variables and the terms of their conditions, and knows how a price and a market balance are written in them.</summary>
internal sealed class EquationSystem
{
    private readonly List<SparseMatrix.Entry> _entries = [];
    private readonly List<double> _constants = [];
    private readonly List<int> _groups = [];
    private readonly List<Variable> _variables = [];
    private readonly (int Above, int Below, double Lowest)[] _price;

    /// <summary>Starts with one price per market.</summary>
    /// <remarks>
    /// Eq. EQU-4: price = lowest + z with lowest 0, minus the disposal cost, or the floor; where nothing can be thrown away price = z⁺ − z⁻,
    /// and the conditions of both together make the balance an equation.
    /// </remarks>
    public EquationSystem(SpatialProblem problem)
    {
        _price = new (int, int, double)[problem.MarketCount];
        Dictionary<int, MarketRule> rules = problem.Rules.ToDictionary(r => problem.Market(r.Region, r.Good));
        for (int m = 0; m < _price.Length; m++)
        {
            MarketRule? rule = rules.GetValueOrDefault(m);
            int above = New(VariableKind.Price, m);
            bool isFree = rule is { CanDispose: false, PriceFloor: null };
            _price[m] = (above, isFree ? New(VariableKind.PriceBelowZero, m) : -1, isFree ? 0.0 : rule?.PriceFloor ?? -(rule?.DisposalCost ?? 0.0));
        }
    }

    /// <summary>The variables so far.</summary>
    public IReadOnlyList<Variable> Variables => _variables;

    /// <summary>Adds a variable with an empty condition.</summary>
    public int New(VariableKind kind, int index, int waitingGroup = ComplementarityProblem.NotWaiting)
    {
        _variables.Add(new Variable(kind, index));
        _constants.Add(0.0);
        _groups.Add(waitingGroup);
        return _variables.Count - 1;
    }

    /// <summary>Adds coefficient × variable to a condition.</summary>
    public void Add(int condition, int variable, double coefficient) => _entries.Add(new SparseMatrix.Entry(condition, variable, coefficient));

    /// <summary>Adds a constant to a condition.</summary>
    public void AddConstant(int condition, double value) => _constants[condition] += value;

    /// <summary>Adds coefficient × price to a condition.</summary>
    public void AddPrice(int condition, int market, double coefficient)
    {
        (int above, int below, double lowest) = _price[market];
        Add(condition, above, coefficient);
        if (below >= 0) Add(condition, below, -coefficient);
        AddConstant(condition, coefficient * lowest);
    }

    /// <summary>Lets a variable bring goods to a market (or, below zero, take them).</summary>
    public void Bring(int market, int variable, double coefficient) => InBalance(market, (c, sign) => Add(c, variable, sign * coefficient));

    /// <summary>Brings a constant quantity.</summary>
    public void BringConstant(int market, double quantity) => InBalance(market, (c, sign) => AddConstant(c, sign * quantity));

    /// <summary>Brings coefficient × price of some market.</summary>
    public void BringPrice(int market, int priceOf, double coefficient) => InBalance(market, (c, sign) => AddPrice(c, priceOf, sign * coefficient));

    /// <summary>The price of a market at a solution, and whether it stands at the lowest value it may have.</summary>
    public (double Price, bool IsLowest) PriceAt(int market, ReadOnlySpan<double> values)
    {
        (int above, int below, double lowest) = _price[market];
        return (lowest + values[above] - (below >= 0 ? values[below] : 0.0), below < 0 && values[above] <= 0.0);
    }

    /// <summary>The problem as collected.</summary>
    public ComplementarityProblem Build() =>
        new(new SparseMatrix(_constants.Count, _entries), [.. _constants], [.. _groups]);

    private void InBalance(int market, Action<int, double> write)
    {
        (int above, int below, _) = _price[market];
        write(above, 1.0);
        if (below >= 0) write(below, -1.0);
    }
}
