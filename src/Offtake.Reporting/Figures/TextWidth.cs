namespace Offtake.Reporting.Figures;

/// <summary>Estimates how wide text will be drawn, a little on the wide side, because the reader's font is not known here.</summary>
internal static class TextWidth
{
    // Widths of a common sans serif, in classes.
    private const string Thin = "ijl|!.,:;'I ft()[]/";
    private const string Slim = "r-–";
    private const string Middling = "cksvxyzJ";
    private const string Wide = "mMW%@—…";
    private const double Margin = 1.03;
    private const double Tolerance = 0.5;

    /// <summary>Width in the unit of the font size.</summary>
    public static double Of(string text, double size, bool bold = false)
    {
        double ems = 0;
        foreach (char c in text)
        {
            ems += c switch
            {
                > '\u2E7F' => 1.0,
                _ when Thin.Contains(c) => 0.28,
                _ when Slim.Contains(c) => 0.36,
                _ when Middling.Contains(c) => 0.50,
                _ when Wide.Contains(c) => 0.88,
                'w' => 0.72,
                _ when char.IsUpper(c) => 0.70,
                _ => 0.56,
            };
        }

        return ems * size * Margin * (bold ? 1.07 : 1.0);
    }

    /// <summary>Cuts text that is too wide and ends it with an ellipsis.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Of(text, size) <= width + Tolerance) return text;
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
