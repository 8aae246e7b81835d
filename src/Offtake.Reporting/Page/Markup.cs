using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Offtake.Reporting.Page;

/// <summary>Finished HTML or SVG. Text becomes markup only by being escaped, so names from users' files cannot become tags.</summary>
/// <param name="Html">The characters to write as they are.</param>
internal readonly record struct Markup(string Html)
{
    /// <summary>Nothing.</summary>
    public static Markup None => new("");

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Html);

    /// <summary>Escapes plain text.</summary>
    public static Markup Text(string? text) => new(Escape(text));

    /// <summary>Builds markup from an interpolated string: strings in holes are escaped, markup in holes is not.</summary>
    public static Markup Of(MarkupText text) => new(text.ToString());

    /// <summary>Writes pieces one after another.</summary>
    public static Markup Join(IEnumerable<Markup> pieces)
    {
        var all = new StringBuilder();
        foreach (Markup piece in pieces) all.Append(piece.Html);
        return new Markup(all.ToString());
    }

    /// <summary>One after the other.</summary>
    public static Markup operator +(Markup first, Markup second) => new(first.Html + second.Html);

    /// <summary>Escapes text for use between tags and inside quoted attributes. Characters that XML forbids are dropped.</summary>
    public static string Escape(string? text)
    {
        var clean = new StringBuilder();
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            if (IsAllowed(rune.Value)) clean.Append(rune);
        }

        return WebUtility.HtmlEncode(clean.ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => Html;

    private static bool IsAllowed(int rune) => rune is '\t' or '\n' or '\r' or (>= ' ' and not (0xFFFE or 0xFFFF));
}

/// <summary>The interpolated string behind <see cref="Markup.Of"/>.</summary>
[InterpolatedStringHandler]
internal readonly struct MarkupText(int literalLength, int holes)
{
    private readonly StringBuilder _all = new(literalLength + (16 * holes));

    public void AppendLiteral(string html) => _all.Append(html);

    public void AppendFormatted(string? text) => _all.Append(Markup.Escape(text));

    public void AppendFormatted(Markup markup) => _all.Append(markup.Html);

    public void AppendFormatted(IEnumerable<Markup> pieces) => _all.Append(Markup.Join(pieces).Html);

    public void AppendFormatted(int number) => _all.Append(CultureInfo.InvariantCulture, $"{number}");

    /// <summary>A coordinate: one decimal is a tenth of a pixel.</summary>
    public void AppendFormatted(double coordinate) => _all.Append(Coordinate(coordinate));

    public override string ToString() => _all.ToString();

    internal static string Coordinate(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "A drawing needs finite coordinates; leave out what is missing.");
        double rounded = Math.Round(value, 1);
        return (rounded == 0 ? 0 : rounded).ToString("0.#", CultureInfo.InvariantCulture);
    }
}
