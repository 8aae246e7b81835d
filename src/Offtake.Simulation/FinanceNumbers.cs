using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation;

/// <summary>Numbers of loans, taxes, default and capital in one future. Names and meanings are those of <see cref="TreasuryRules"/>.</summary>
public sealed class FinanceNumbers
{
    internal FinanceNumbers(ChainLayout layout, ChainNumbers numbers, Finance finance, ParameterDraw draw)
    {
        TreasuryRules r = finance.Rules;
        ProfitTaxShare = draw.Of(r.ProfitTaxShare);
        DividendSharePerMonth = draw.Of(r.DividendSharePerMonth);
        LoanRatePerYear = numbers.Behaviour.InterestRatePerYear + draw.Of(r.LoanRatePremium);
        LoanMonths = draw.Of(r.LoanMonths);
        InvestmentLoanShare = draw.Of(r.InvestmentLoanShare);
        DefaultDebtOverTurnover = draw.Of(r.DefaultDebtOverTurnover);
        DefaultExitShare = draw.Of(r.DefaultExitShare);
        StateBailoutShare = draw.Of(r.StateBailoutShare);
        CityDefaultDebtShare = draw.Of(r.CityDefaultDebtShare);
        CityBailoutShare = draw.Of(r.CityBailoutShare);
        OwnerCloseRatio = draw.Of(r.OwnerCloseRatio);
        OwnerReopenRatio = draw.Of(r.OwnerReopenRatio);
        OwnerCloseMonths = draw.Of(r.OwnerCloseMonths);
        OwnerExitMonths = draw.Of(r.OwnerExitMonths);
        CapitalHurdle = draw.Of(r.CapitalHurdle);
        HurdleBand = draw.Of(r.HurdleBand);

        HasCapital = finance.Capital.Count > 0;
        if (!HasCapital) return;
        Capital[] of = layout.Lists.CapitalOfSector;
        CapitalCost = [.. of.Select(c => new UsdPerUnit(12.0 * draw.Of(c.UsdPerUnitYear)))];
        PermitMonths = [.. of.Select(c => draw.Of(c.PermitMonths))];
        PermitOutflow = [.. PermitMonths.Select(months => 1.0 / Math.Max(1.0, months))];
        BuildingOutflow = [.. numbers.LeadMonths.Select(months => Math.Min(1.0, Investment.Pipeline.Stages / months))];
        WeightOfToday = [.. PermitMonths.Select((months, s) => Math.Exp(-(months + numbers.LeadMonths[s]) / numbers.Behaviour.ExpectationMonths))];
        LifeYears = [.. of.Select(c => draw.Of(c.LifeYears))];
        CapitalCharge = [.. of.Select((c, s) =>
            new UsdPerUnit(draw.Of(c.UsdPerUnitYear) * Annuity(LoanRatePerYear, LifeYears[s]) / numbers.Behaviour.InvestTargetUtilisation))];
    }

    internal double ProfitTaxShare { get; }
    internal double DividendSharePerMonth { get; }
    internal double LoanRatePerYear { get; }
    internal double LoanMonths { get; }
    internal double InvestmentLoanShare { get; }
    internal double DefaultDebtOverTurnover { get; }
    internal double DefaultExitShare { get; }
    internal double StateBailoutShare { get; }
    internal double CityDefaultDebtShare { get; }
    internal double CityBailoutShare { get; }
    internal double OwnerCloseRatio { get; }
    internal double OwnerReopenRatio { get; }
    internal double OwnerCloseMonths { get; }
    internal double OwnerExitMonths { get; }
    internal double CapitalHurdle { get; }
    internal double HurdleBand { get; }

    /// <summary>Whether new capacity is paid for; otherwise it is free, and the lists below are empty.</summary>
    public bool HasCapital { get; }

    /// <summary>Investment per unit of monthly capacity, by sector.</summary>
    public UsdPerUnit[] CapitalCost { get; } = [];

    /// <summary>Months from decision to permit, by sector.</summary>
    public double[] PermitMonths { get; } = [];

    /// <summary>Share of what waits for a permit that gets it in a month, by sector (INV-2).</summary>
    internal double[] PermitOutflow { get; } = [];

    /// <summary>Share of a stage of building that is done in a month, by sector (INV-2).</summary>
    internal double[] BuildingOutflow { get; } = [];

    /// <summary>Weight of today's price in what is expected when new capacity stands, by sector (INV-1).</summary>
    internal double[] WeightOfToday { get; } = [];

    /// <summary>Years over which capacity is to earn its cost back, by sector.</summary>
    public double[] LifeYears { get; } = [];

    /// <summary>What a unit of activity must earn for the capital behind it, by sector, at target utilisation (INV-1).</summary>
    public UsdPerUnit[] CapitalCharge { get; } = [];

    /// <summary>The yearly payment that returns a loan of one with interest over its life.</summary>
    /// <param name="ratePerYear">Interest, 0 or more.</param>
    /// <param name="years">Life, above zero.</param>
    internal static double Annuity(double ratePerYear, double years) =>
        ratePerYear > 0.0 ? ratePerYear / (1.0 - Math.Pow(1.0 + ratePerYear, -years)) : 1.0 / years;
}
