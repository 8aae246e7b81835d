using System.Text;
using System.Text.RegularExpressions;

namespace Offtake.Reporting.Page;

/// <summary>
/// Renders the Markdown of a scenario's story: headings, paragraphs, lists, quotes, fenced code, bold, emphasis, code and links to the web.
/// It is not a complete Markdown; whatever it does not know appears as it was written, escaped.
/// </summary>
internal static partial class Markdown
{
    /// <summary>Renders a page. Headings start below <paramref name="topLevel"/> so that they fit into the report.</summary>
    public static Markup Render(string markdown, int topLevel = 2)
    {
        string[] lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var html = new StringBuilder();
        for (int i = 0; i < lines.Length;)
        {
            string line = lines[i].Trim();
            if (line.Length == 0) i++;
            else if (line.StartsWith("```", StringComparison.Ordinal)) i = Fence(lines, i, html);
            else if (Heading().Match(line) is { Success: true } heading)
            {
                int level = Math.Min(6, heading.Groups["marks"].Length + topLevel);
                html.Append($"<h{level}>").Append(Inline(heading.Groups["text"].Value).Html).Append($"</h{level}>\n");
                i++;
            }
            else if (Item().IsMatch(line)) i = List(lines, i, html);
            else if (line.StartsWith('>')) i = Block(lines, i, html, "blockquote", l => l.StartsWith('>'), l => l[1..].Trim());
            else i = Block(lines, i, html, "p", l => l.Length > 0 && !StartsOther(l), l => l);
        }

        return new Markup(html.ToString());
    }

    /// <summary>Renders bold, emphasis, code and links within a line.</summary>
    public static Markup Inline(string text)
    {
        var html = new StringBuilder();
        int at = 0;
        foreach (Match match in Span().Matches(text))
        {
            html.Append(Markup.Escape(text[at..match.Index]));
            at = match.Index + match.Length;
            Markup span = match switch
            {
                _ when match.Groups["code"].Success => Markup.Of($"<code>{match.Groups["code"].Value}</code>"),
                _ when match.Groups["bold"].Success => Markup.Of($"<strong>{Inline(match.Groups["bold"].Value)}</strong>"),
                _ when match.Groups["em"].Success => Markup.Of($"<em>{Inline(match.Groups["em"].Value)}</em>"),
                _ => Link(match.Groups["label"].Value, match.Groups["address"].Value),
            };
            html.Append(span.Html);
        }

        return new Markup(html.Append(Markup.Escape(text[at..])).ToString());
    }

    /// <summary>A link when the address leads to the web; otherwise the label with its address in words.</summary>
    public static Markup Link(string label, string address) => IsWeb(address)
        ? Markup.Of($"<a href=\"{address}\" rel=\"noopener noreferrer\">{label}</a>")
        : address.Length == 0 || address == label ? Markup.Text(label) : Markup.Of($"{label} ({address})");

    private static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && !address.Contains(' ');

    private static bool StartsOther(string line) =>
        line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith('>') || Heading().IsMatch(line) || Item().IsMatch(line);

    private static int Fence(string[] lines, int start, StringBuilder html)
    {
        int end = start + 1;
        while (end < lines.Length && !lines[end].TrimStart().StartsWith("```", StringComparison.Ordinal)) end++;
        html.Append("<pre><code>").Append(Markup.Escape(string.Join('\n', lines[(start + 1)..end]))).Append("</code></pre>\n");
        return Math.Min(lines.Length, end + 1);
    }

    private static int List(string[] lines, int start, StringBuilder html)
    {
        bool numbered = char.IsAsciiDigit(lines[start].Trim()[0]);
        string tag = numbered ? "ol" : "ul";
        html.Append($"<{tag}>\n");
        int i = start;
        while (i < lines.Length && Item().Match(lines[i].Trim()) is { Success: true } item && char.IsAsciiDigit(lines[i].Trim()[0]) == numbered)
        {
            var text = new StringBuilder(item.Groups["text"].Value);
            for (i++; i < lines.Length && lines[i].Trim() is { Length: > 0 } more && !StartsOther(more); i++) text.Append(' ').Append(more);
            html.Append("<li>").Append(Inline(text.ToString()).Html).Append("</li>\n");
        }

        html.Append($"</{tag}>\n");
        return i;
    }

    private static int Block(string[] lines, int start, StringBuilder html, string tag, Func<string, bool> belongs, Func<string, string> content)
    {
        int i = start;
        List<string> text = [];
        do text.Add(content(lines[i++].Trim()));
        while (i < lines.Length && belongs(lines[i].Trim()));
        html.Append($"<{tag}>").Append(Inline(string.Join(' ', text)).Html).Append($"</{tag}>\n");
        return i;
    }

    [GeneratedRegex(@"^(?<marks>#{1,5})\s+(?<text>.+?)\s*#*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^([-*+]|\d{1,3}[.)])\s+(?<text>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Item();

    [GeneratedRegex(@"`(?<code>[^`]+)`|\*\*(?<bold>[^*]+(\*[^*]+\*[^*]*)*)\*\*|\*(?<em>[^*\s][^*]*)\*|\[(?<label>[^\]]+)\]\((?<address>[^)\s]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();
}
