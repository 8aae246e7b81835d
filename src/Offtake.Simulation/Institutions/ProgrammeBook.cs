using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions;

/// <summary>What institutions ordered, what was refused or left undone, and what it cost, by lever within reach. It is a record; nobody decides by it.</summary>
/// <remarks>Levers are numbered over all institutions of the scenario, in their order.</remarks>
public sealed class ProgrammeBook
{
    private int _officeMonthsLeft;

    internal ProgrammeBook(IReadOnlyList<string> institutions, IReadOnlyList<int> institutionOf, IReadOnlyList<string> names, IReadOnlyList<InstrumentKind> instrumentOf, IReadOnlyList<bool> answers, Administration[] administration, DemandBook demand, FundBook funds)
    {
        Administration = administration;
        PayerOf = [.. administration.Select((a, d) => demand.PayerOf[d] ?? a.From)];
        Demand = demand;
        Funds = funds;
        Institutions = institutions;
        InstitutionOf = institutionOf;
        Names = names;
        InstrumentOf = instrumentOf;
        Answers = answers;
        ByName = [.. Enumerable.Range(0, names.Count).OrderBy(d => names[d], StringComparer.Ordinal)];
        Pull = new double[institutions.Count];
        BeyondReach = new double[institutions.Count];
        Ordered = new double[names.Count];
        Strength = new double[names.Count];
        RefusedByLaw = new double[names.Count];
        Vetoed = new double[names.Count];
        Undone = new double[names.Count];
        RefusedByBudget = new double[names.Count];
        Pulled = new double[names.Count];
        Outlay = new Usd[names.Count];
        OutlayThisYear = new Usd[names.Count];
        Overdrawn = new Usd[names.Count];
    }

    /// <summary>Ids of institutions.</summary>
    public IReadOnlyList<string> Institutions { get; }

    /// <summary>Institution of each lever.</summary>
    public IReadOnlyList<int> InstitutionOf { get; }

    /// <summary>Names of levers: institution, a slash, and the lever's own id.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Instrument of each lever.</summary>
    public IReadOnlyList<InstrumentKind> InstrumentOf { get; }

    /// <summary>By institution, whether its rule is to answer what others do.</summary>
    public IReadOnlyList<bool> Answers { get; }

    /// <summary>Numbers of levers in ordinal order of their names: who adds up money over levers does so in this order.</summary>
    internal int[] ByName { get; }

    /// <summary>How far an institution pulls its levers this month, as a share of reach.</summary>
    public double[] Pull { get; }

    /// <summary>By how much it meant to pull further than reach allows, in the month it decided; refused.</summary>
    public double[] BeyondReach { get; }

    /// <summary>Strength ordered by lever, as announced.</summary>
    public double[] Ordered { get; }

    /// <summary>Strength carried out by lever.</summary>
    public double[] Strength { get; }

    /// <summary>Strength refused because the law does not allow it.</summary>
    public double[] RefusedByLaw { get; }

    /// <summary>Strength blocked by a higher level.</summary>
    public double[] Vetoed { get; }

    /// <summary>Strength ordered and lawful that nobody carried out, or that was announced and not realised.</summary>
    public double[] Undone { get; }

    /// <summary>Strength refused because the lever's budget of the year is spent.</summary>
    public double[] RefusedByBudget { get; }

    /// <summary>Money account that answers for a lever's outlay: a city or a treasury. Cities that do the same as the named one are paid for by its treasury and counted with it.</summary>
    public IReadOnlyList<int> PayerOf { get; }

    /// <summary>Spent by lever this month.</summary>
    public Usd[] Outlay { get; }

    /// <summary>Spent by lever since January, this month included.</summary>
    public Usd[] OutlayThisYear { get; }

    /// <summary>What guidance funds hold and paid.</summary>
    public FundBook Funds { get; }

    /// <summary>What levers add to wants, and what is missing elsewhere or later for it.</summary>
    public DemandBook Demand { get; }

    /// <summary>How far each lever is pulled, as a share of its reach, running contracts included.</summary>
    internal double[] Pulled { get; }

    /// <summary>What administering each lever costs, and whom.</summary>
    internal Administration[] Administration { get; }

    /// <summary>By lever, how far this year's outlay lies above its budget; zero where it keeps within it, or has none.</summary>
    public Usd[] Overdrawn { get; }

    /// <summary>What is left of a lever's budget this year, its offices until December set aside; infinite where it has none.</summary>
    internal Usd BudgetLeft(Directive directive) => new(Math.Max(
        0.0, directive.Terms.BudgetUsdPerYear - OutlayThisYear[directive.Number].Value - (Administration[directive.Number].PerMonth.Value * Pulled[directive.Number] * _officeMonthsLeft)));

    /// <summary>Takes down that offices have been paid for this month.</summary>
    internal void OfficesArePaid() => _officeMonthsLeft--;

    /// <summary>Takes down what was spent this month beyond a lever's budget.</summary>
    internal void Overdraw(Directive directive) => Overdrawn[directive.Number] = Usd.Max(Usd.Zero, OutlayThisYear[directive.Number] - new Usd(directive.Terms.BudgetUsdPerYear));

    /// <summary>Posts money that a lever spent; a directive of the calendar posts nothing here.</summary>
    internal void Post(int directive, Usd spent)
    {
        if (directive == Directive.OfCalendar || spent.Value == 0.0) return;
        Outlay[directive] += spent;
        OutlayThisYear[directive] += spent;
    }

    /// <summary>Takes down that a share of what was to be carried out is refused because the rest of the year's budget does not reach.</summary>
    internal void RefuseByBudget(Directive directive, double share)
    {
        double refused = Strength[directive.Number] * share;
        Strength[directive.Number] -= refused;
        RefusedByBudget[directive.Number] += refused;
    }

    /// <summary>Starts a month.</summary>
    internal void Begin(Month month)
    {
        Array.Clear(BeyondReach);
        Array.Clear(Outlay);
        _officeMonthsLeft = 13 - month.OfYear;
        if (month.OfYear == 1) Array.Clear(OutlayThisYear);
    }
}
