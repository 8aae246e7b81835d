using Offtake.Analysis.Sampling;
using Offtake.Experiments.Examples;
using Offtake.Model.Studies;
using Offtake.World;

namespace Offtake.Experiments.Exploring;

/// <summary>The models that studies can be about, and how studies are read with them.</summary>
public static class StudyModels
{
    /// <summary>Models that are not value chains.</summary>
    public static IReadOnlyList<ModelDescription> Examples { get; } = [LakeModel.Description];

    /// <summary>Reads a study.</summary>
    /// <param name="studiesFolder">The folder that holds all studies.</param>
    /// <param name="id">Name of the study's folder.</param>
    /// <param name="scenariosFolder">The folder that holds all scenarios.</param>
    /// <param name="worldsFolder">The folder that holds all worlds.</param>
    /// <param name="futures">Number of futures; null for what the study says.</param>
    /// <param name="seed">Seed; null for what the study says.</param>
    public static Reading<Study> Read(string studiesFolder, string id, string scenariosFolder, string worldsFolder, int? futures = null, ulong? seed = null) =>
        StudyReader.Read(studiesFolder, id, scenariosFolder, worldsFolder, Examples, Drawn, CanBe, futures, seed);

    /// <summary>The model of a study, compiled.</summary>
    public static IStudyModel Of(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return study.Model switch
        {
            Study.ChainModel => new ChainModel(study),
            LakeModel.Id => new LakeModel(study),
            _ => throw new ArgumentException($"there is no model '{study.Model}'; add it here and to the examples.", nameof(study)),
        };
    }

    // Policies are drawn as a Latin hypercube of a fixed seed: they are part of the study, not of its futures.
    private static double Drawn(int policies, int policy, int lever) => new LatinHypercube(policies, 1).At(policy, lever);

    private static bool CanBe(int uncertainties, IReadOnlyList<Correlation> correlations) => Exploration.CopulaOf(uncertainties, correlations) is not null;
}
