using System.Text;
using Offtake.Equilibrium.Reading;

namespace Offtake.Equilibrium;

/// <summary>Reads a spatial problem from a file in YAML or JSON. The format is described in <c>docs/equilibrium-format.md</c>.</summary>
public static class EquilibriumFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file. It never throws because of what is in it: everything that is wrong is listed, with line and column.</summary>
    /// <param name="path">The file.</param>
    public static EquilibriumReading Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        FaultList faults = new(path);
        FileContent content = PlainFile.Read(path);
        if (content.Refusal is { } refusal) faults.Add(new Place(0, 0), refusal.What, refusal.Value, refusal.Bound, refusal.Remedy);
        else if (Text(content.Bytes!) is { } text) return Parse(text, path);
        else faults.Add(new Place(0, 0), "the file is not text in UTF-8", null, null, "save it in UTF-8");
        return new EquilibriumReading(null, null, faults.Sorted());
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

    private static string? Text(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

/// <summary>What came of reading a file.</summary>
/// <param name="Problem">The problem; null exactly when there are faults.</param>
/// <param name="Expected">What the file says should come out; null when it says nothing or when there are faults.</param>
/// <param name="Faults">Everything that is wrong, by line and column.</param>
public sealed record EquilibriumReading(SpatialProblem? Problem, Expectations? Expected, IReadOnlyList<FileFault> Faults);
