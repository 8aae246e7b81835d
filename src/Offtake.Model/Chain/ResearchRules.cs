using Offtake.Model.Evidence;

namespace Offtake.Model.Chain;

/// <summary>How projects are born, last, fail and spread: the rows of <c>research.csv</c>. Times are in months.</summary>
public sealed record ResearchRules
{
    /// <summary>Projects born per million USD of research outlay (RND-1).</summary>
    [Row("births.per-million-usd")] public required Parameter BirthsPerMillionUsd { get; init; }

    /// <summary>Median time in the laboratory (RND-2).</summary>
    [Row("stage.lab-months")] public required Parameter LabMonths { get; init; }

    /// <summary>Median time on a pilot platform, without the wait for one (RND-2, RND-3).</summary>
    [Row("stage.pilot-months")] public required Parameter PilotMonths { get; init; }

    /// <summary>Median time from pilot to plant (RND-2).</summary>
    [Row("stage.scale-months")] public required Parameter ScaleMonths { get; init; }

    /// <summary>Standard deviation of the logarithm of a stage's time between projects (RND-2).</summary>
    [Row("stage.time-sigma")] public required Parameter TimeSigma { get; init; }

    /// <summary>Share of projects that leave the laboratory for a pilot (RND-2).</summary>
    [Row("survival.lab")] public required Parameter LabSurvival { get; init; }

    /// <summary>Share of pilots that lead on to scale (RND-2).</summary>
    [Row("survival.pilot")] public required Parameter PilotSurvival { get; init; }

    /// <summary>Share of projects at scale that are deployed (RND-2).</summary>
    [Row("survival.scale")] public required Parameter ScaleSurvival { get; init; }

    /// <summary>Time from deployment to adoption by all facilities of a region (RND-4).</summary>
    [Row("adoption.spread-months")] public required Parameter SpreadMonths { get; init; }

    /// <summary>Time by which adoption in other regions starts later (RND-4).</summary>
    [Row("adoption.abroad-delay-months")] public required Parameter AbroadDelayMonths { get; init; }
}
