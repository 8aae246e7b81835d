using System.Globalization;
using System.IO.Enumeration;
using System.Text;

namespace Offtake.World.Checking;

/// <summary>Compares texts of a record with the patterns of a question: strictly to count, loosely to find out whether something may have been missed.</summary>
internal static class NamePattern
{
    private const int ShortestCore = 3;

    /// <summary>Whether any text fits any pattern; without patterns everything does.</summary>
    public static bool Fits(IReadOnlyList<string> texts, IReadOnlyList<string> patterns) =>
        patterns.Count == 0 || texts.Any(t => patterns.Any(p => FileSystemName.MatchesSimpleExpression(p, t, ignoreCase: true)));

    /// <summary>Whether a pattern stands anywhere within a text, whatever the accents.</summary>
    public static bool IsNear(IEnumerable<string> texts, IReadOnlyList<string> patterns)
    {
        string[] loose = [.. patterns.Select(p => Folded(p.Trim('*', ' '))).Where(p => p.Length >= ShortestCore).Select(p => $"*{p}*")];
        return loose.Length > 0 && texts.Select(Folded).Any(t => loose.Any(p => FileSystemName.MatchesSimpleExpression(p, t, ignoreCase: true)));
    }

    /// <summary>Whether a code in the texts is that of a class above one asked for, as 34700000 is above 34711200 and 8505 above 850511.</summary>
    public static bool IsCoarser(IEnumerable<string> texts, IReadOnlyList<string> patterns)
    {
        (string Scheme, string Digits)[] asked = [.. patterns.Select(p => Code(p.Trim('*'))).Where(c => c.Digits.Length > 0)];
        return asked.Length > 0 && texts.Select(Code).Where(c => c.Digits.Length > 0).Any(c => asked.Any(a =>
            (c.Scheme.Length == 0 || a.Scheme.Length == 0 || string.Equals(c.Scheme, a.Scheme, StringComparison.OrdinalIgnoreCase)) && Stem(c.Digits) is var stem && stem.Length < a.Digits.Length && a.Digits.StartsWith(stem, StringComparison.Ordinal)));
    }

    /// <summary>Whether the texts hold anything of the kind the patterns ask for: a code of their scheme, a bare code, or words.</summary>
    public static bool CanTell(IReadOnlyList<string> texts, IReadOnlyList<string> patterns) => patterns.Any(p =>
    {
        (string scheme, string digits) = Code(p.Trim('*'));
        if (scheme.Length > 0) return texts.Any(t => t.StartsWith(scheme + ":", StringComparison.OrdinalIgnoreCase));
        return digits.Length > 0 ? texts.Any(t => Code(t).Digits.Length > 0) : texts.Any(t => Code(t) is ("", "") && t.Any(char.IsLetter));
    });

    /// <summary>A text as a code: <c>scheme:code</c> or digits alone, without what follows a hyphen; empty where it is words.</summary>
    private static (string Scheme, string Digits) Code(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string scheme = colon > 0 && !text[..colon].Contains(' ') && !text.AsSpan(colon + 1).StartsWith(" ") ? text[..colon] : "", rest = scheme.Length > 0 ? text[(colon + 1)..] : text;
        int hyphen = rest.IndexOf('-', StringComparison.Ordinal);
        string digits = (hyphen > 0 ? rest[..hyphen] : rest).Replace(".", "", StringComparison.Ordinal);
        return (scheme, digits.Length > 1 && digits.All(char.IsAsciiDigit) ? digits : "");
    }

    // Classes are written with zeros behind; the highest have two digits.
    private static string Stem(string digits) => digits.TrimEnd('0') is { Length: >= 2 } stem ? stem : digits[..2];

    private static string Folded(string text)
    {
        if (text.All(char.IsAscii)) return text;
        StringBuilder folded = new();
        foreach (char letter in text.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) folded.Append(letter);
        return folded.ToString();
    }
}
