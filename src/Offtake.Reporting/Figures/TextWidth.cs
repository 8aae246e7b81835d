namespace Offtake.Reporting.Figures;

/// <summary>Estimates how wide text will be drawn, a little on the wide side, because the reader's font is not known here.</summary>
internal static class TextWidth
{
    private const string Narrow = "ijl|!.,:;'I ft()[]-–";
    private const string Wide = "mwMW%@—";

    /// <summary>Width in the unit of the font size.</summary>
    public static double Of(string text, double size, bool bold = false)
    {
        double ems = 0;
        foreach (char c in text) ems += c > '\u2E7F' ? 1.0 : Narrow.Contains(c) ? 0.33 : Wide.Contains(c) ? 0.88 : char.IsUpper(c) ? 0.70 : 0.56;
        return ems * size * (bold ? 1.08 : 1.0);
    }

    /// <summary>Cuts text that is too wide and ends it with an ellipsis.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Of(text, size) <= width) return text;
        int keep = text.Length;
        while (keep > 1 && Of(text[..keep].TrimEnd() + "…", size) > width) keep--;
        return text[..keep].TrimEnd() + "…";
    }

    /// <summary>Breaks text at spaces and hyphens into at most so many lines; the last one is cut if it must be.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, int lines)
    {
        List<string> done = [];
        string line = "";
        string[] words = text.Replace("-", "- ").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length; i++)
        {
            string longer = line.Length == 0 || line.EndsWith('-') ? line + words[i] : line + " " + words[i];
            if (line.Length == 0 || Of(longer, size) <= width)
            {
                line = longer;
                continue;
            }

            if (done.Count == lines - 1)
            {
                done.Add(Fit(Joined([line, .. words[i..]]), size, width));
                return done;
            }

            done.Add(Fit(line, size, width));
            line = words[i];
        }

        if (line.Length > 0) done.Add(Fit(line, size, width));
        return done;
    }

    private static string Joined(IEnumerable<string> words) => string.Join(' ', words).Replace("- ", "-");
}
