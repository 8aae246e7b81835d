using System.Text;
using Offtake.Equilibrium.Reading;

namespace Offtake.Equilibrium;

/// <summary>Reads a spatial problem from a file in YAML or JSON. The format is described in <c>docs/equilibrium-format.md</c>.</summary>
public static class EquilibriumFile
{
    /// <summary>Nothing larger than this is read: 20 MB.</summary>
    public const int LargestBytes = 20_000_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file. It never throws because of what is in it: everything that is wrong is listed, with line and column.</summary>
    /// <param name="path">The file.</param>
    public static EquilibriumReading Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        FaultList faults = new(path);
        try
        {
            if (AtMost(path, LargestBytes) is { } bytes) return Parse(Strict.GetString(Content(bytes)), path);
            faults.Add(new Place(0, 0), "the file is too large", null, $"up to {LargestBytes} bytes", "leave out what the problem does not need");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (failure is DecoderFallbackException) faults.Add(new Place(0, 0), "the file is not text in UTF-8", null, null, "save it in UTF-8");
            else faults.Add(new Place(0, 0), "the file cannot be read", null, null, Directory.Exists(path) ? "name a file, not a folder" : "check its name and that it may be read");
        }

        return new EquilibriumReading(null, null, faults.Sorted());
    }

    // What a device or a growing file gives has no end, so its length is not asked for.
    private static byte[]? AtMost(string path, int most)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read);
        using MemoryStream read = new();
        byte[] block = new byte[1 << 16];
        for (int count = file.Read(block); count > 0; count = file.Read(block))
        {
            read.Write(block, 0, count);
            if (read.Length > most) return null;
        }

        return read.ToArray();
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The content of a file.</param>
    /// <param name="name">What to call it in messages.</param>
    public static EquilibriumReading Parse(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        FaultList faults = new(name);
        return YamlEntry.Root(text, ProblemBlocks.Keys, faults) is { } root
            ? ProblemBlocks.Read(root, faults)
            : new EquilibriumReading(null, null, faults.Sorted());
    }

    private static ReadOnlySpan<byte> Content(byte[] bytes) => bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes;
}

/// <summary>What came of reading a file.</summary>
/// <param name="Problem">The problem; null exactly when there are faults.</param>
/// <param name="Expected">What the file says should come out; null when it says nothing or when there are faults.</param>
/// <param name="Faults">Everything that is wrong, by line and column.</param>
public sealed record EquilibriumReading(SpatialProblem? Problem, Expectations? Expected, IReadOnlyList<FileFault> Faults);
