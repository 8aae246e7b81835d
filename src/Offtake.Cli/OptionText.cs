using System.Globalization;
using Offtake.Model.Quantities;
using Offtake.World;

namespace Offtake.Cli;

/// <summary>Understands what stands behind options, and collects all that is wrong with it.</summary>
internal sealed class OptionText
{
    private const int MostWorkers = 1024;

    private readonly List<Problem> _problems = [];

    /// <summary>Everything that could not be understood.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Refuses a value.</summary>
    public void Refuse(string option, string what, string value, string? bound, string remedy) =>
        _problems.Add(new Problem(Severity.Error, option, 0, null, what, value, bound, remedy));

    /// <summary>A month, or null when none was given.</summary>
    public Month? MonthOf(string option, string? text)
    {
        if (text is null) return null;
        if (Month.TryParse(text, out Month month)) return month;
        Refuse(option, "this is not a month:", text, "YYYY-MM", "write it such as 2030-12");
        return null;
    }

    /// <summary>A seed; 1 when none was given.</summary>
    public ulong SeedOf(string? text)
    {
        ulong seed = 1;
        if (text is not null && !ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seed))
            Refuse("--seed", "this is not a seed:", text, $"whole numbers from 0 to {ulong.MaxValue}", "give such a number, such as 7");
        return seed;
    }

    /// <summary>A number of something.</summary>
    public int CountOf(string option, string? text, int usual, int most, int least = 1)
    {
        if (text is null) return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= least && count <= most) return count;
        Refuse(option, "this cannot be a number of " + option[2..] + ":", text, $"whole numbers from {least} to {most}", $"give such a number, such as {usual}, or leave {option} away");
        return usual;
    }

    /// <summary>A number of worker threads; all cores when none was given.</summary>
    public int WorkersOf(string? text) => CountOf("--workers", text, Environment.ProcessorCount, MostWorkers);

    /// <summary>A folder, or null when none was given.</summary>
    public string? FolderOf(string? text)
    {
        if (text is not null && string.IsNullOrWhiteSpace(text)) Refuse("--out", "this is not a folder:", text, null, "name a new or empty folder, or leave --out away");
        return text;
    }
}
