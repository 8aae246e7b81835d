using Offtake.Model.Evidence;

namespace Offtake.Model.Chain;

/// <summary>How far a project has come, or will start from.</summary>
public enum ProjectStage
{
    /// <summary>Not begun: projects of this kind are born from research outlay (RND-1).</summary>
    Unborn,

    /// <summary>In the laboratory.</summary>
    Lab,

    /// <summary>In need of a pilot platform, on one or waiting for one.</summary>
    Pilot,

    /// <summary>Being brought to the scale of a plant.</summary>
    Scale,

    /// <summary>Proven at scale and spreading.</summary>
    Deployed,
}

/// <summary>Which quantity of a process a project makes smaller (RND-4).</summary>
public enum InnovationEffect
{
    /// <summary>What is lost of the content that enters.</summary>
    Recovery,

    /// <summary>Processing cost.</summary>
    Cost,

    /// <summary>The amount of one input that a unit of activity takes.</summary>
    InputRate,

    /// <summary>The amount of one residue that a unit of activity leaves behind.</summary>
    Residue,

    /// <summary>Nothing: it lets a facility be built that could not be built without it.</summary>
    Capacity,
}

/// <summary>A project on its way from laboratory to deployment, aimed at a named effect; or, when unborn, a kind of project. It is not a patent, a paper or an announcement.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Region">Index of the region it is worked on in.</param>
/// <param name="City">Index of the city; null when outside the modelled cities.</param>
/// <param name="Process">Index of the process it is aimed at.</param>
/// <param name="Effect">What it changes.</param>
/// <param name="On">Index of the commodity (recovery, input-rate), residue or facility (capacity) it is about; null when it is about all of them, or about cost.</param>
/// <param name="Size">Share of the loss, cost, input or residue that it takes away where it is fully adopted, or of the facility's capacity that it enables.</param>
/// <param name="Stage">Stage at the opening.</param>
public sealed record Innovation(
    string Id, string Title, int Region, int? City, int Process, InnovationEffect Effect, int? On, Parameter Size, ProjectStage Stage);

/// <summary>What a region spends on research aimed at this chain, and how many projects its pilot platforms take at once.</summary>
/// <param name="Region">Index of the region.</param>
/// <param name="OutlayUsdPerYear">Research outlay of all kinds aimed at the processes of this world.</param>
/// <param name="PilotPlaces">Projects that can be on a pilot platform at the same time.</param>
public sealed record ResearchRegion(int Region, Parameter OutlayUsdPerYear, Parameter PilotPlaces);

/// <summary>Everything a world says of research and projects.</summary>
/// <param name="Rules">How projects are born, last and fail.</param>
/// <param name="Regions">Where research is paid for.</param>
/// <param name="Innovations">Projects under way at the opening, and kinds of project to be born.</param>
public sealed record Research(ResearchRules Rules, IReadOnlyList<ResearchRegion> Regions, IReadOnlyList<Innovation> Innovations)
{
    /// <summary>Whether a facility waits for a project, so that its announced date alone does not bring it.</summary>
    public bool Enables(int facility) => Innovations.Any(i => i.Effect == InnovationEffect.Capacity && i.On == facility);
}
