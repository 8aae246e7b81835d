using System.Globalization;
using System.Text;
using Offtake.Analysis;
using Offtake.World;

namespace Offtake.Cli.Analyse;

/// <summary><c>offtake analyse design</c>: writes the points at which a model is to be evaluated elsewhere.</summary>
internal static class DesignRun
{
    private const int MostPairs = 1 << 22;
    private const int UsualPairs = 1024;
    private const int UsualWalks = 20;

    public static int Sobol(string? inputs, string? n, string? seed, bool secondOrder, string? to, Surroundings around)
    {
        OptionText options = new();
        int pairs = options.CountOf("--n", n, UsualPairs, MostPairs, 2);
        ulong? shift = seed is null ? null : options.SeedOf(seed);
        return Write(inputs, to, options, around, (ranges, problems) =>
        {
            if (ranges.Names.Count > PairDesign.MaxInputs)
            {
                problems.Add(new Problem(Severity.Error, inputs!, 0, null, $"there are {ranges.Names.Count} inputs", null, $"up to {PairDesign.MaxInputs}", "screen them first with 'offtake analyse design morris'"));
                return [];
            }

            if (!int.IsPow2(pairs))
            {
                int better = (int)Math.Min(MostPairs, (long)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)pairs));
                problems.Add(new Problem(Severity.Warning, "--n", 0, null, "this is not a power of two, so the points are less even than they could be:", n, null, $"use {better / 2} or {better}"));
            }

            return InterleavedDesign.Rows(new PairDesign(ranges.Names.Count, pairs, shift), secondOrder);
        });
    }

    public static int Morris(string? inputs, string? n, string? seed, string? to, Surroundings around)
    {
        OptionText options = new();
        int walks = options.CountOf("--n", n, UsualWalks, MostPairs, 2);
        ulong key = options.SeedOf(seed);
        return Write(inputs, to, options, around, (ranges, _) => Trajectories.Draw(ranges.Names.Count, walks, key));
    }

    private static int Write(string? inputs, string? to, OptionText options, Surroundings around, Func<InputRanges, List<Problem>, IEnumerable<double[]>> points)
    {
        if (inputs is null) options.Refuse("--inputs", "no file with the inputs is named", "", null, "name a CSV with the columns name, low, high");
        List<Problem> problems = [.. options.Problems];
        InputRanges? ranges = inputs is null ? null : InputRanges.Read(around.Folder, inputs, problems);
        string? path = to is null ? null : Path.Combine(around.Folder, to);
        if (path is not null && (File.Exists(path) || Directory.Exists(path))) problems.Add(new Problem(Severity.Error, to!, 0, null, "this is there already and is not overwritten", null, null, "name a new file"));
        IEnumerable<double[]> rows = ranges is null || problems.Count > 0 ? [] : points(ranges, problems);
        ProblemText.Write(problems, around.Error);
        if (problems.Any(p => p.Severity == Severity.Error)) return ExitCodes.BadInput;
        try
        {
            using StreamWriter? file = path is null ? null : new StreamWriter(path, false, new UTF8Encoding(false));
            TextWriter output = file ?? around.Out;
            output.Write(string.Join(',', ranges!.Names.Select(Quoted)) + "\n");
            foreach (double[] point in rows)
                output.Write(string.Join(',', point.Select((u, i) => Between(ranges.Ranges[i], u).ToString("R", CultureInfo.InvariantCulture))) + "\n");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            around.Error.WriteLine($"error: {Printable.Line(to!)}: the file cannot be written; check its folder and that it may be written.");
            return ExitCodes.BadInput;
        }

        return ExitCodes.Done;
    }

    // Exact at both ends.
    private static double Between((double Low, double High) range, double share) => (range.Low * (1.0 - share)) + (range.High * share);

    private static string Quoted(string name) => name.AsSpan().ContainsAny(",\"\n") || name.Length > 0 && char.IsWhiteSpace(name[0]) ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;
}
