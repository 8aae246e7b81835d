using System.Buffers;
using Offtake.World.Problems;

namespace Offtake.World.Records;

/// <summary>One JSON object of a stream.</summary>
/// <param name="Path">Where it stands, such as <c>releases/12</c>; empty for what stands at the root.</param>
/// <param name="Line">The line it begins on.</param>
/// <param name="Bytes">Its text. At the root the lists of releases and records are empty in it: they have come before, piece by piece.</param>
internal readonly record struct JsonPiece(string Path, int Line, ReadOnlyMemory<byte> Bytes);

/// <summary>Cuts a stream of JSON into objects that fit into memory: the entries of <c>releases</c> and <c>records</c>, of a list at the root, and what is left at the root.</summary>
/// <remarks>It looks at quotes and brackets only; whether a piece is right JSON is for whoever takes it. Several values one after the other are JSON lines.</remarks>
internal sealed class JsonPieces(Stream stream, string label, ProblemList problems)
{
    /// <summary>Objects and lists may stand inside each other this deep.</summary>
    public const int Deepest = 64;

    /// <summary>No piece is larger than this: 64 MB.</summary>
    public const int LargestPiece = 64_000_000;

    private static readonly SearchValues<byte> EndsText = SearchValues.Create("\"\\\n"u8), EndsPlain = SearchValues.Create("\"{}[]\n"u8);

    private readonly byte[] _block = new byte[1 << 16];
    private readonly byte[] _open = new byte[Deepest + 1];
    private readonly ArrayBufferWriter<byte> _root = new(), _piece = new();
    private int _line = 1, _depth, _rootLine = 1, _pieceLine, _index, _listDepth, _values;
    private bool _inString, _escaped, _expectsKey, _inPiece, _afterPiece;
    private int _keyStart;
    private string _key = "", _list = "";

    /// <summary>The pieces in their order; it ends early when the text is broken, which has then been reported.</summary>
    public IEnumerable<JsonPiece> Read()
    {
        bool isFirst = true;
        for (int count = stream.ReadAtLeast(_block, 4, throwOnEndOfStream: false); count > 0; count = stream.Read(_block))
        {
            int start = isFirst ? Preamble(count) : 0;
            isFirst = false;
            if (start < 0) yield break;
            for (int i = start; i < count; i++)
            {
                i += Plain(_block.AsSpan(i, count - i));
                if (i == count) break;
                if (!Take(_block[i], out JsonPiece? whole)) yield break;
                if (whole is { } piece) yield return piece;
                if (_block[i] == (byte)'\n') _line++;
            }
        }

        if (_depth > 0 || _inString) Fault($"the file ends in the middle of {(Here().Length > 0 ? Here() : "a value")}", null, "it was cut off; get it anew");
        else if (_values == 0) Fault("the file holds no JSON object or list", null, "check that it is the record that was meant");
    }

    // What cannot change where we are is kept as a whole; how much of it was, possibly nothing.
    private int Plain(ReadOnlySpan<byte> next)
    {
        if (_escaped || !(_inString || _inPiece)) return 0;
        int end = next.IndexOfAny(_inString ? EndsText : EndsPlain);
        ReadOnlySpan<byte> plain = end < 0 ? next : next[..end];
        ArrayBufferWriter<byte> into = _inPiece ? _piece : _root;
        if (into.WrittenCount + plain.Length > LargestPiece) return 0;
        into.Write(plain);
        return plain.Length;
    }

    private int Preamble(int count)
    {
        ReadOnlySpan<byte> first = _block.AsSpan(0, count);
        if (first.StartsWith("\uFEFF"u8)) return 3;
        if (first.StartsWith(new byte[] { 0xFE, 0xFF }) || first.StartsWith(new byte[] { 0xFF, 0xFE }) || (count > 1 && (first[0] == 0 || first[1] == 0)))
        {
            Fault("the file is not UTF-8 (it looks like UTF-16 or UTF-32)", null, "save it in UTF-8; JSON is exchanged in nothing else");
            return -1;
        }

        if (Foreign(first) is not { } what) return 0;
        Fault($"the file is not JSON: it is {what}", null, what.EndsWith("archive", StringComparison.Ordinal) ? "unpack it and put what is in it into records/" : "get the record itself; it begins with { or [");
        return -1;
    }

    private static string? Foreign(ReadOnlySpan<byte> first)
    {
        if (first.StartsWith(new byte[] { 0x1F, 0x8B })) return "a gzip archive";
        if (first.StartsWith("PK"u8)) return "a zip archive";
        if (first.StartsWith("%PDF"u8)) return "a PDF";
        ReadOnlySpan<byte> text = first.TrimStart(" \t\r\n"u8);
        if (text.Length == 0 || text[0] is (byte)'{' or (byte)'[') return null;
        if (text[0] == (byte)'<') return "a page of HTML or XML";
        int end = text.IndexOfAny((byte)'\n', (byte)'{');
        return end > 0 && text[end] == (byte)'\n' && text[..end].IndexOfAny((byte)',', (byte)';', (byte)'\t') > 0 ? "a table such as CSV" : null;
    }

    private bool Take(byte letter, out JsonPiece? whole)
    {
        whole = null;
        if (_inString) return TakeInString(letter);
        bool isBetween = !_inPiece && _depth > 0 && _depth == _listDepth;
        switch (letter)
        {
            case (byte)'"':
                if (isBetween || _depth == 0) return Fault(isBetween ? $"an entry of {Name()} is not an object" : "a text stands outside of any object", null, "entries are releases or records");
                _inString = true;
                _keyStart = _root.WrittenCount + 1;
                return Keep(letter);
            case (byte)'{' or (byte)'[':
                return Open(letter, isBetween);
            case (byte)'}' or (byte)']':
                return Close(letter, out whole);
            case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                return _depth == 0 || isBetween || Keep(letter);
            case (byte)',' when isBetween:
                if (!_afterPiece) return Fault($"a comma too many in {Name()}", null, "remove it");
                _afterPiece = false;
                return true;
        }

        if (isBetween) return Fault($"an entry of {Name()} is not an object", ((char)letter).ToString(), "entries are releases or records");
        if (_depth == 0) return Fault("something stands outside of any object", ((char)letter).ToString(), "check that the file is JSON from its first letter to its last");
        if (_depth == 1) _expectsKey = letter == (byte)',' || (letter != (byte)':' && _expectsKey);
        return Keep(letter);
    }

    private bool TakeInString(byte letter)
    {
        if (_escaped) _escaped = false;
        else if (letter == (byte)'\\') _escaped = true;
        else if (letter == (byte)'"')
        {
            _inString = false;
            if (!_inPiece && _depth == 1 && _expectsKey) _key = System.Text.Encoding.UTF8.GetString(_root.WrittenSpan[_keyStart..]);
        }

        return Keep(letter);
    }

    private bool Open(byte letter, bool isBetween)
    {
        if (_depth == Deepest) return Fault("the file is nested too deeply", null, $"up to {Deepest} levels can be read");
        bool isList = letter == (byte)'[';
        _open[_depth] = letter;
        if (_depth == 0)
        {
            (_rootLine, _expectsKey, _key, _index, _afterPiece) = (_line, true, "", 0, false);
            _root.ResetWrittenCount();
            (_list, _listDepth) = isList ? ("", 1) : ("", -1);
            _values++;
        }
        else if (isBetween)
        {
            if (isList) return Fault($"an entry of {Name()} is a list", null, "entries are releases or records");
            if (_afterPiece) return Fault($"a comma is missing in {Name()}", null, "put one between the entries");
            (_inPiece, _pieceLine) = (true, _line);
            _piece.ResetWrittenCount();
        }
        else if (_depth == 1 && !_inPiece && isList && !_expectsKey && _key is "releases" or "records")
        {
            (_list, _listDepth, _index, _afterPiece) = (_key, 2, 0, false);
            _depth++;
            return Keep((byte)'[') && Keep((byte)']');
        }

        _depth++;
        return Keep(letter);
    }

    private bool Close(byte letter, out JsonPiece? whole)
    {
        whole = null;
        if (_depth == 0 || _open[_depth - 1] != (letter == (byte)'}' ? (byte)'{' : (byte)'['))
            return Fault("a bracket is closed that was not opened:", ((char)letter).ToString(), "check the brackets before this line");
        if (!_inPiece && _depth == _listDepth && _index > 0 && !_afterPiece) return Fault($"a comma too many at the end of {Name()}", null, "remove it");
        _depth--;
        if (!_inPiece && _depth + 1 == _listDepth && _listDepth == 2)
        {
            _listDepth = -1;
            return true;
        }

        if (!Keep(letter)) return false;
        if (_inPiece && _depth == _listDepth)
        {
            (_inPiece, _afterPiece) = (false, true);
            whole = new JsonPiece(_list.Length > 0 ? $"{_list}/{_index}" : $"{_index}", _pieceLine, _piece.WrittenSpan.ToArray());
            _index++;
        }
        else if (_depth == 0) whole = new JsonPiece("", _rootLine, _root.WrittenSpan.ToArray());
        return true;
    }

    private bool Keep(byte letter)
    {
        ArrayBufferWriter<byte> into = _inPiece ? _piece : _root;
        if (into.WrittenCount >= LargestPiece) return Fault("one value is larger than can be read", null, $"up to {LargestPiece} bytes each can be read");
        into.GetSpan(1)[0] = letter;
        into.Advance(1);
        return true;
    }

    private string Name() => _list.Length > 0 ? $"'{_list}'" : "the list";

    private string Here() => _inPiece ? (_list.Length > 0 ? $"{_list}/{_index}" : $"entry {_index}") : _listDepth == 2 ? $"'{_list}'" : "";

    private bool Fault(string what, string? value, string remedy)
    {
        problems.Error(new Place(label, _line), what, value, null, remedy);
        return false;
    }
}
