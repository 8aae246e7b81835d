namespace Offtake.Results;

/// <summary>How the months of a year become one number.</summary>
internal enum YearRule
{
    /// <summary>The mean over the months that have a value: prices.</summary>
    Mean,

    /// <summary>The value of December: stocks, which are taken at month end.</summary>
    End,

    /// <summary>The sum over the months: flows.</summary>
    Sum,
}

/// <summary>A variable of the IAMC layout and where it is found in a panel.</summary>
/// <param name="Prefix">What stands before the first bar, such as <c>Price</c>.</param>
/// <param name="Panel">Name of the panel.</param>
/// <param name="Column">Name of its column.</param>
/// <param name="Rule">How months become years.</param>
/// <param name="Subject">The key whose title follows the prefix.</param>
/// <param name="Region">The key that names the region; null for what has no place but the world.</param>
internal sealed record IamcRule(string Prefix, string Panel, string Column, YearRule Rule, string Subject, string? Region)
{
    /// <summary>All variables, in the order of the file.</summary>
    public static readonly IReadOnlyList<IamcRule> All =
    [
        new("Price", "market", "price_usd_per_unit", YearRule.Mean, "commodity", "region"),
        new("Stock", "market", "stock_amount", YearRule.End, "commodity", "region"),
        new("Output", "market", "produced_amount", YearRule.Sum, "commodity", "region"),
        new("Mining", "world", "mined_t", YearRule.Sum, "element", null),
        new("Production", "sector", "activity_amount", YearRule.Sum, "process", "region"),
        new("Capacity", "sector", "capacity_amount", YearRule.Sum, "process", "region"),
        new("Trade", "route", "shipped_amount", YearRule.Sum, "commodity", "from") { Destination = "to" },
        new("Use", "use", "used_amount", YearRule.Sum, "use", "region"),
        new("Residue", "residue", "left_amount", YearRule.Sum, "residue", "region"),
        new("In use", "use", "in_use_amount", YearRule.End, "use", "region"),
    ];

    /// <summary>The key that names where a flow goes; its variable ends in <c>from>to</c>.</summary>
    public string? Destination { get; init; }

    /// <summary>Whether regions add up to a world: prices do not, and a single pair of regions is no sum.</summary>
    public bool AddsUp => Rule != YearRule.Mean && Region is not null && Destination is null;

    /// <summary>The unit of the yearly number.</summary>
    /// <param name="amountUnit">Unit of the amounts: the row's own where the panel has such a key, else the column's.</param>
    public string UnitOf(string amountUnit)
    {
        string unit = amountUnit;
        foreach (string perMonth in (ReadOnlySpan<string>)[" per month", " a month", "/month"])
        {
            if (unit.EndsWith(perMonth, StringComparison.OrdinalIgnoreCase)) unit = unit[..^perMonth.Length];
        }

        if (string.IsNullOrWhiteSpace(unit)) unit = "unit";
        return Rule switch
        {
            YearRule.Mean => $"USD_2024/{unit}",
            YearRule.Sum => $"{unit}/yr",
            _ => unit,
        };
    }
}
