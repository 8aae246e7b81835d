using Offtake.Model.Studies;

namespace Offtake.Cli;

/// <summary>What a study asks.</summary>
/// <param name="Id">Name of its folder.</param>
/// <param name="Content">What could be read; null when there are errors.</param>
internal sealed record StudyOutline(string Id, StudyContent? Content)
{
    /// <summary>Sums up a study.</summary>
    public static StudyOutline Of(string id, Study? study) => new(id, study is null ? null : new StudyContent(
        study.Title, study.Model, WordOf(study.Sampling.Method), study.Futures, study.Uncertainties.Count, study.Levers.Count, study.Policies.Count, study.Outcomes.Count));

    private static string WordOf(SamplingMethod method) => method switch
    {
        SamplingMethod.MonteCarlo => "monte-carlo",
        SamplingMethod.LatinHypercube => "latin-hypercube",
        _ => method.ToString().ToLowerInvariant(),
    };
}

/// <summary>A study without errors.</summary>
internal sealed record StudyContent(string Title, string Model, string Sampling, int Futures, int Uncertainties, int Levers, int Policies, int Outcomes);
