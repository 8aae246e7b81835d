using System.IO.Enumeration;

namespace Offtake.World.Checking;

/// <summary>Compares texts of a record with the patterns of a question: strictly to count, loosely to find out whether something may have been missed.</summary>
internal static class NamePattern
{
    private const int ShortestPart = 3;
    private const char Lost = '\uFFFD';

    /// <summary>Whether any text fits any pattern; without patterns everything does.</summary>
    public static bool Fits(IReadOnlyList<string> texts, IReadOnlyList<string> patterns) =>
        patterns.Count == 0 || patterns.Any(p => p.All(c => c == '*')) || texts.Any(t => patterns.Any(p => FileSystemName.MatchesSimpleExpression(p, t, ignoreCase: true)));

    /// <summary>Whether a pattern stands anywhere within a text, whatever the accents.</summary>
    public static bool IsNear(IEnumerable<string> texts, IReadOnlyList<string> patterns)
    {
        string[] parts = [.. patterns.Select(p => p.Split('*', '?').MaxBy(part => part.Length)!.Trim()).Where(p => p.Length >= ShortestPart)];
        return parts.Length > 0 && texts.Any(t => parts.Any(p => Holds(t, p)));
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

    private static bool Holds(string text, string part)
    {
        for (int start = 0; start + part.Length <= text.Length; start++)
        {
            int i = 0;
            while (i < part.Length && IsAlike(text[start + i], part[i])) i++;
            if (i == part.Length && !IsCutNumber(text, start) && !IsCutNumber(text, start + i)) return true;
        }

        return false;
    }

    // 7 is no part of 70.
    private static bool IsCutNumber(string text, int at) => at > 0 && at < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at]);

    // A letter with an accent may stand for any without one; a letter that was lost on the way stands for any.
    private static bool IsAlike(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b) || a == Lost || b == Lost
        || (IsAccented(a) && char.IsAsciiLetter(b)) || (IsAccented(b) && char.IsAsciiLetter(a));

    private static bool IsAccented(char letter) => letter is >= '\u00C0' and <= '\u024F';
}
