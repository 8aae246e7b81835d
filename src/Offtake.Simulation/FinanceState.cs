using Offtake.Model.Quantities;

namespace Offtake.Simulation;

/// <summary>What owners have borrowed, earned and begun to build, and what was paid for it this month. Debts themselves are balances of loan accounts.</summary>
public sealed class FinanceState
{
    internal FinanceState(ChainLayout layout)
    {
        int sectors = layout.Sectors.Length;
        int facilities = layout.Facilities.Length;
        SupportPerActivity = new UsdPerUnit[sectors];
        YearlyTurnover = new Usd[sectors];
        TaxLoss = new Usd[sectors];
        BookValue = new Usd[sectors];
        Permits = new Amount[facilities];
        Ramping = new Amount[facilities];
        MarginNow = new double[facilities];
        Return = new double[facilities];
        HurdleReturn = new double[facilities];
        ExpectedElementValue = new UsdPerUnit[sectors * layout.ElementCount];
        NetPrice = new UsdPerUnit[layout.Markets.Length];
        NetExpectedPrice = new UsdPerUnit[layout.Markets.Length];
        UnitRevenue = new UsdPerUnit[sectors];
        UnitInputs = new UsdPerUnit[sectors];
        CapitalSpent = new Usd[sectors];
        Interest = new Usd[sectors];
        ProfitTax = new Usd[sectors];
        Dividend = new Usd[sectors];
        Support = new Usd[sectors];
        WrittenOff = new Usd[sectors];
        BailedOut = new Usd[sectors];
        InDefault = new bool[sectors];
        CityBailedOut = new Usd[layout.Cities.Length];
        CityInDefault = new bool[layout.Cities.Length];
        Abandoned = new Amount[facilities];
        Compensation = new Usd[facilities];
    }

    /// <summary>What owners who lost money at the opening are given per unit of activity, by sector (FIN-7).</summary>
    public UsdPerUnit[] SupportPerActivity { get; }

    /// <summary>Turnover a year, remembered over a year, by sector: the larger of what is received and what is paid (FIN-5).</summary>
    public Usd[] YearlyTurnover { get; }

    /// <summary>Losses not yet set off against profit, as a negative amount, by sector (FIN-6).</summary>
    public Usd[] TaxLoss { get; }

    /// <summary>Capital spent since the opening and not yet worn out, by sector (FIN-5).</summary>
    public Usd[] BookValue { get; }

    /// <summary>Capacity that waits for its permit, by facility (INV-2).</summary>
    public Amount[] Permits { get; }

    /// <summary>Capacity that is built and not yet up to speed, by facility (INV-2).</summary>
    public Amount[] Ramping { get; }

    /// <summary>Revenue over cost of makers and separators at this month's prices, by facility; NaN where unknown, 0 for mines.</summary>
    public double[] MarginNow { get; }

    /// <summary>Expected revenue over cost with capital of new capacity, by facility (INV-1); NaN where unknown.</summary>
    public double[] Return { get; }

    /// <summary>Return that starts new capacity, by facility.</summary>
    public double[] HurdleReturn { get; }

    /// <summary>Net value of what a feed sector makes of one tonne of an element at expected prices, by sector and element.</summary>
    public UsdPerUnit[] ExpectedElementValue { get; }

    /// <summary>This month's price net of value-added tax, by market.</summary>
    internal UsdPerUnit[] NetPrice { get; }

    /// <summary>Expected price net of value-added tax, by market; of a formula market what its pool is worth at expected prices.</summary>
    internal UsdPerUnit[] NetExpectedPrice { get; }

    /// <summary>Revenue of a unit of activity at this month's prices, by sector; not kept for mines.</summary>
    internal UsdPerUnit[] UnitRevenue { get; }

    /// <summary>Cost of the inputs of a unit of activity at this month's prices, by sector; not kept for mines.</summary>
    internal UsdPerUnit[] UnitInputs { get; }

    /// <summary>Paid for new capacity this month, by sector.</summary>
    public Usd[] CapitalSpent { get; }

    /// <summary>Interest paid this month, by sector.</summary>
    public Usd[] Interest { get; }

    /// <summary>Tax on profit paid this month, by sector.</summary>
    public Usd[] ProfitTax { get; }

    /// <summary>Dividends paid this month, by sector.</summary>
    public Usd[] Dividend { get; }

    /// <summary>Standing support received this month, by sector.</summary>
    public Usd[] Support { get; }

    /// <summary>Debt the bank wrote off this month, by sector.</summary>
    public Usd[] WrittenOff { get; }

    /// <summary>Debt a treasury paid this month, by sector.</summary>
    public Usd[] BailedOut { get; }

    /// <summary>Whether owners were in default this month, by sector.</summary>
    public bool[] InDefault { get; }

    /// <summary>Debt a treasury paid for a city this month.</summary>
    public Usd[] CityBailedOut { get; }

    /// <summary>Whether a city's debt was above its bound this month.</summary>
    public bool[] CityInDefault { get; }

    /// <summary>Capacity a month closed for good this month, by facility.</summary>
    public Amount[] Abandoned { get; }

    /// <summary>What a treasury paid owners this month for capacity that a restructuring closed, by facility (INV-7).</summary>
    public Usd[] Compensation { get; }

    /// <summary>Forgets what was paid and closed in the month before.</summary>
    internal void BeginMonth()
    {
        Array.Clear(CapitalSpent);
        Array.Clear(WrittenOff);
        Array.Clear(BailedOut);
        Array.Clear(InDefault);
        Array.Clear(CityBailedOut);
        Array.Clear(CityInDefault);
        Array.Clear(Abandoned);
        Array.Clear(Compensation);
    }
}
