using System.Text;
using Offtake.World.Problems;

namespace Offtake.World.Files;

/// <summary>The bytes and the text of one file that was safe to read: not too large, valid UTF-8, no NUL.</summary>
/// <param name="Name">File name without folder, as used in fingerprints.</param>
/// <param name="Label">Address in messages.</param>
/// <param name="Bytes">The file as it is.</param>
/// <param name="Text">Its text, without a byte order mark.</param>
internal sealed record TextFile(string Name, string Label, byte[] Bytes, string Text)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file, or reports why it cannot be read and returns null.</summary>
    public static TextFile? Read(Folder folder, string name, ProblemList problems)
    {
        string label = folder.LabelOf(name);
        if (folder.IsLinkElsewhere)
        {
            problems.Error(new Place(folder.Label, 0), "the folder is a link that leads elsewhere", null, null, "put the folder itself there");
            return null;
        }

        FileContent content = PlainFile.Read(folder.PathOf(name), folder.Path);
        if (content.Bytes is { } bytes) return Decode(name, label, bytes, problems);
        FileRefusal refusal = content.Refusal!;
        problems.Error(new Place(label, 0), refusal.What, refusal.Value, refusal.Bound, refusal.Remedy);
        return null;
    }

    internal static TextFile? Decode(string name, string label, byte[] bytes, ProblemList problems)
    {
        try
        {
            ReadOnlySpan<byte> content = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes;
            int nul = content.IndexOf((byte)0);
            if (nul < 0) return new TextFile(name, label, bytes, Strict.GetString(content));
            problems.Error(new Place(label, LineAt(content, nul)), "the file holds a NUL byte", null, null, "save it as text in UTF-8");
        }
        catch (DecoderFallbackException failure)
        {
            string hex = string.Join(' ', (failure.BytesUnknown ?? []).Select(b => $"0x{b:X2}"));
            int preamble = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
            problems.Error(
                new Place(label, LineAt(bytes, failure.Index + preamble)), "these bytes are not UTF-8:", hex, null,
                "save the file in UTF-8");
        }

        return null;
    }

    private static int LineAt(ReadOnlySpan<byte> bytes, int index) => 1 + bytes[..Math.Clamp(index, 0, bytes.Length)].Count((byte)'\n');
}
