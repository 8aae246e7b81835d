using Offtake.Model.Quantities;

namespace Offtake.World.Problems;

/// <summary>Months that can be meant: those of industrial history and of any plan. A year beyond is a slip of the keyboard.</summary>
internal static class MonthBounds
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>Whether a month can be meant.</summary>
    public static bool Admit(Month month) => month.Year is >= FirstYear and <= LastYear;

    /// <summary>The month, or null and an error.</summary>
    public static Month? Require(Month month, string name, Place at, ProblemList problems)
    {
        if (Admit(month)) return month;
        problems.Error(at, $"'{name}' cannot be meant:", $"{month}", $"{FirstYear}-01 to {LastYear}-12", "correct the year");
        return null;
    }
}
