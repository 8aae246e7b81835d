using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Results;

namespace Offtake.Reporting.Sections;

/// <summary>Numbers inside sentences: rounded, with their range and their standing.</summary>
internal static class Prose
{
    /// <summary>The middle of a band in bold, with its unit.</summary>
    public static Markup Bold(Band band, Measure measure, bool signed = false)
    {
        if (band.IsMissing) return Markup.Of($"<strong>{Numeral.NotRecorded}</strong>");
        string number = signed ? Numeral.Signed(measure.Of(band.Median), Numeral.Rough) : Numeral.Rough(measure.Of(band.Median));
        return Markup.Of($"<strong>{number}\u00A0{measure.Unit}</strong>");
    }

    /// <summary>The range over futures in brackets; the unit is that of the number before it.</summary>
    public static Markup Range(Band band, Measure measure, bool signed = false, string also = "") =>
        band.IsMissing ? Markup.None : Markup.Of($"<span class=\"range{(also.Length > 0 ? " long" : "")}\">({Ranges.OverFutures(band, measure, signed)}{also})</span>");

    /// <summary>Number and range.</summary>
    public static Markup Figure(Band band, Measure measure, bool signed = false) => Bold(band, measure, signed) + new Markup(" ") + Range(band, measure, signed);

    /// <summary>Number without range, for a year that is only there to compare with.</summary>
    public static Markup Plain(Band band, Measure measure) => Markup.Text(measure.Rough(band.Median));

    /// <summary>Whether a figure was put in, fitted, or follows from the model.</summary>
    public static Markup Tag(Standing standing)
    {
        string word = standing switch { Standing.Imposed => "imposed", Standing.Calibrated => "calibrated", _ => "predicted" };
        return Markup.Of($"<span class=\"tag {word}\">{word}</span>");
    }

    /// <summary>Words joined by commas and a final <c>and</c>.</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => string.Join(", ", words.SkipLast(1)) + " and " + words[^1],
    };

    /// <summary>Small counts in words.</summary>
    public static string CountInWords(int count) => count switch
    {
        1 => "one", 2 => "two", 3 => "three", 4 => "four", 5 => "five", 6 => "six", 7 => "seven", 8 => "eight", 9 => "nine",
        _ => Numeral.Count(count),
    };

    /// <summary>A title inside a sentence: lower case unless its first word is an abbreviation.</summary>
    public static string Inside(string title) =>
        title.Length > 1 && char.IsUpper(title[0]) && title[1..].TakeWhile(c => c != ' ').All(c => !char.IsUpper(c) && !char.IsAsciiDigit(c)) ? char.ToLowerInvariant(title[0]) + title[1..] : title;

    /// <summary>The first letter as a capital.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
