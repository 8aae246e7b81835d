using System.Text;

namespace Offtake.Architecture.Tests;

/// <summary>
/// A C# file taken apart by a small scanner: its code with strings and comments blanked out, its string literals,
/// and its doc comments. Not a parser; it knows where a literal or a comment starts and ends, and nothing else.
/// </summary>
internal sealed class CSharpText
{
    private readonly string _source;
    private readonly StringBuilder _code = new();
    private readonly StringBuilder _docs = new();
    private readonly List<(int Line, string Text)> _literals = [];
    private int _at;

    private CSharpText(string source) => _source = source;

    public string Code => _code.ToString();

    public string DocComments => _docs.ToString();

    public IReadOnlyList<(int Line, string Text)> Literals => _literals;

    public static CSharpText Of(string source)
    {
        var text = new CSharpText(source);
        while (text._at < source.Length)
        {
            text.ScanCode(closingBraces: 0);
        }

        return text;
    }

    /// <summary>Scans code to the end of the file, or inside an interpolation hole to its closing braces.</summary>
    private void ScanCode(int closingBraces)
    {
        int depth = 0;
        while (_at < _source.Length)
        {
            if (closingBraces > 0 && depth == 0 && _source[_at] == '}')
            {
                return;
            }

            if (Sees("//"))
            {
                ScanLineComment();
            }
            else if (Sees("/*"))
            {
                _at = EndOf("*/", _at + 2);
            }
            else if (_source[_at] == '\'')
            {
                ScanCharacter();
            }
            else if (_source[_at] is '"' || (_source[_at] is '$' or '@' && StartsString()))
            {
                ScanString();
            }
            else
            {
                depth += _source[_at] switch { '{' => 1, '}' => -1, _ => 0 };
                _code.Append(_source[_at++]);
            }
        }
    }

    private void ScanLineComment()
    {
        int end = EndOf("\n", _at);
        if (Sees("///"))
        {
            _docs.Append(_source, _at + 3, end - _at - 3);
        }

        _code.Append('\n');
        _at = end;
    }

    private void ScanCharacter()
    {
        int end = _at + 1;
        while (end < _source.Length && _source[end] != '\'')
        {
            end += _source[end] == '\\' ? 2 : 1;
        }

        _at = end + 1;
    }

    private bool StartsString()
    {
        int i = _at;
        while (i < _source.Length && _source[i] is '$' or '@')
        {
            i++;
        }

        return i < _source.Length && _source[i] == '"';
    }

    private void ScanString()
    {
        int line = 1 + _source.AsSpan(0, _at).Count('\n');
        int dollars = TakeRun('$', alsoSkip: '@', out bool verbatim);
        int quotes = RunAt('"');
        bool raw = quotes >= 3;
        if (quotes == 2)
        {
            _at += 2;
            return;
        }

        int closing = raw ? quotes : 1;
        _at += closing;
        var text = new StringBuilder();
        while (_at < _source.Length)
        {
            char c = _source[_at];
            if (c == '"' && RunAt('"') >= closing && !(verbatim && RunAt('"') >= 2))
            {
                _at += raw ? RunAt('"') : 1;
                break;
            }

            if (dollars > 0 && c == '{' && RunAt('{') is int braces && (raw ? braces >= dollars : braces % 2 == 1))
            {
                _at += braces;
                ScanCode(closingBraces: dollars);
                _at += dollars;
                text.Append(' ');
                continue;
            }

            int step = (c == '\\' && !verbatim && !raw) || (c == '"' && verbatim) || (c == '{' && dollars > 0 && !raw) ? 2 : 1;
            text.Append(_source, _at, Math.Min(step, _source.Length - _at));
            _at += step;
        }

        _literals.Add((line, text.ToString()));
        _code.Append("\"\"");
    }

    private int TakeRun(char counted, char alsoSkip, out bool skipped)
    {
        int count = 0;
        skipped = false;
        for (; _source[_at] == counted || _source[_at] == alsoSkip; _at++)
        {
            count += _source[_at] == counted ? 1 : 0;
            skipped |= _source[_at] == alsoSkip;
        }

        return count;
    }

    private int RunAt(char c)
    {
        int end = _at;
        while (end < _source.Length && _source[end] == c)
        {
            end++;
        }

        return end - _at;
    }

    private bool Sees(string token) => string.CompareOrdinal(_source, _at, token, 0, token.Length) == 0;

    private int EndOf(string token, int from)
    {
        int found = _source.IndexOf(token, Math.Min(from, _source.Length), StringComparison.Ordinal);
        return found < 0 ? _source.Length : found + token.Length;
    }
}
