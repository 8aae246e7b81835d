namespace Offtake.Model.Scenarios;

/// <summary>How sellers form a posted price. Which rule is right is itself uncertain, so a scenario chooses one.</summary>
public enum PriceRule
{
    /// <summary>From what sellers hold against what they mean to hold (PRI-1).</summary>
    Cover,

    /// <summary>From what came to market last month against what was asked for; stocks do not enter (PRI-4).</summary>
    Ratio,
}
