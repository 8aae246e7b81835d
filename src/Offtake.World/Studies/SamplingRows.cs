using System.Numerics;
using Offtake.Model.Studies;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Studies;

/// <summary>Reads how the uncertainties are spread over the futures, and checks that their number fits.</summary>
internal static class SamplingRows
{
    private const int MostSobol = 128;
    private const int MostLevels = 1000;
    private const int MostCombinations = 10_000_000;

    public static Sampling Read(StudyDraft study, IReadOnlyList<Correlation> correlations)
    {
        string text = study.Map.TextOrNull("sampling") ?? "monte-carlo";
        if (!EnumText.TryParse(text, out SamplingMethod method))
            study.Problems.Error(study.Map.PlaceOf("sampling"), "unknown sampling", text, null, NearestName.Remedy(text, EnumText.All<SamplingMethod>()));
        string indicesText = study.Map.TextOrNull("indices") ?? "none";
        if (!EnumText.TryParse(indicesText, out IndexDesign indices))
            study.Problems.Error(study.Map.PlaceOf("indices"), "unknown design of indices", indicesText, null, NearestName.Remedy(indicesText, EnumText.All<IndexDesign>()));
        Place at = study.Map.PlaceOf("indices");
        int inputs = study.Uncertainties.Count;
        if (indices != IndexDesign.None && method != SamplingMethod.Sobol)
            study.Problems.Error(at, "Sobol' indices need points in pairs from a Sobol' sequence, not", text, "sampling: sobol", "change 'sampling', or leave 'indices' out");
        if (indices != IndexDesign.None && correlations.Count > 0)
            study.Problems.Error(at, "Sobol' indices are for inputs that do not go together; here some do:", $"{correlations.Count} correlations", "none", "leave 'indices' out and read the Shapley effects, which share what is common; or leave 'correlations' out");
        if (method == SamplingMethod.Sobol && inputs * (indices == IndexDesign.None ? 1 : 2) > MostSobol)
            study.Problems.Error(study.Map.PlaceOf("sampling"), "too many uncertainties for a Sobol' sequence:", $"{inputs}", $"up to {(indices == IndexDesign.None ? MostSobol : MostSobol / 2)}", "use latin-hypercube, or name fewer");
        if (method == SamplingMethod.Factorial && inputs == 0) study.Problems.Error(study.Map.PlaceOf("sampling"), "a factorial needs uncertainties", null, null, "name some");
        if (method != SamplingMethod.Factorial && study.Map.Has("levels")) study.Problems.Error(study.Map.PlaceOf("levels"), "only a factorial has levels", null, null, "remove the key, or use 'sampling: factorial'");
        if (method == SamplingMethod.Factorial && !study.Map.Has("levels")) study.Map.Required("levels");
        return new Sampling(method, indices, method == SamplingMethod.Factorial ? StudyReader.CountIn(study, "levels", 2, MostLevels) : 0);
    }

    /// <summary>The number of futures of a study that names none: what its design asks for, or else the usual one.</summary>
    public static int UsualCount(StudyDraft study, Sampling sampling, int usual) =>
        sampling.Method == SamplingMethod.Factorial ? (int)Math.Min(int.MaxValue, Math.Pow(sampling.Levels, study.Uncertainties.Count)) : usual;

    /// <summary>Refuses a number of futures that does not fit the design, and names the nearest that do.</summary>
    public static void CheckCount(StudyDraft study, Sampling sampling, int futures, bool isAsked)
    {
        Place at = isAsked ? new Place("--futures", 0) : study.Map.PlaceOf("futures");
        int inputs = study.Uncertainties.Count;
        if (sampling.Indices != IndexDesign.None)
        {
            int block = sampling.FuturesInBlock(inputs);
            int pairs = futures / block;
            if (futures % block == 0 && pairs >= 2 && BitOperations.IsPow2(pairs)) return;
            int less = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, pairs + 1)) / 2, more = Math.Max(2, less) * 2;
            study.Problems.Error(
                at, $"the number of futures does not fit: {inputs} uncertainties and chance need {block} futures a pair, and pairs come in powers of two;", $"{futures}",
                $"{Math.Max(2, less) * block} ({Math.Max(2, less)} pairs) or {more * block} ({more} pairs)", "choose one of them");
        }
        else if (sampling.Method == SamplingMethod.Factorial)
        {
            double all = Math.Pow(sampling.Levels, inputs);
            if (all > MostCombinations)
                study.Problems.Error(study.Map.PlaceOf("levels"), $"{inputs} uncertainties at {sampling.Levels} levels have too many combinations:", $"{all:0}", $"up to {MostCombinations}", "name fewer uncertainties or levels");
            else if (futures != all)
                study.Problems.Error(at, $"{inputs} uncertainties at {sampling.Levels} levels are another number of futures:", $"{futures}", $"{all:0}", "give that number, or none");
        }
        else if (sampling.Method == SamplingMethod.Sobol && !BitOperations.IsPow2(futures))
        {
            int less = (int)BitOperations.RoundUpToPowerOf2((uint)futures) / 2;
            study.Problems.Warn(at, "a Sobol' sequence is even at powers of two only:", $"{futures}", $"{less} or {2L * less}", "choose one of them");
        }
    }
}
