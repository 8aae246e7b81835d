using Offtake.Model.Chain;

namespace Offtake.Simulation.Innovations;

/// <summary>All projects of a future, and what they leave of costs and losses. A book of counts, not of money.</summary>
public sealed class ProjectBook
{
    // Two or three times the births of a long run of the shipped world, so that the book hardly ever grows.
    private const int RoomForBirths = 768;

    private Project[] _projects;

    internal ProjectBook(ChainLayout layout, ResearchNumbers research)
    {
        Layout = layout;
        Innovations = [.. layout.Chain.Research!.Innovations];
        Keys = [.. Innovations.Select(i => Nature.Chance.KeyOf(i.Id))];
        Research = research;
        _projects = new Project[Innovations.Length + RoomForBirths];
        CostLeft = new double[layout.Sectors.Length];
        Array.Fill(CostLeft, 1.0);
        Outlaid = new double[Innovations.Length];
        NextBirth = new double[Innovations.Length];
        Born = new int[Innovations.Length];
        OnPlatform = new int[layout.Chain.Regions.Count];
        Waiting = new int[OnPlatform.Length];
        Places = new int[OnPlatform.Length];
        for (int i = 0; i < Innovations.Length; i++)
        {
            if (Innovations[i].Stage != ProjectStage.Unborn) Add(i, Keys[i], Innovations[i].Stage);
        }
    }

    /// <summary>Innovations, as an array.</summary>
    public Innovation[] Innovations { get; }

    /// <summary>Share that projects leave of processing cost, by sector.</summary>
    public double[] CostLeft { get; }

    /// <summary>Projects on a pilot platform, by region.</summary>
    public int[] OnPlatform { get; }

    /// <summary>Projects waiting for one, by region.</summary>
    public int[] Waiting { get; }

    /// <summary>Pilot places there are, by region.</summary>
    public int[] Places { get; }

    /// <summary>Projects born of each innovation since the first month; those under way at the opening are not among them.</summary>
    public int[] Born { get; }

    internal ChainLayout Layout { get; }

    internal ResearchNumbers Research { get; }

    /// <summary>Key of each innovation.</summary>
    internal ulong[] Keys { get; }

    /// <summary>Births expected of each innovation since the first month.</summary>
    internal double[] Outlaid { get; }

    /// <summary>Expected births at which the next one comes.</summary>
    internal double[] NextBirth { get; }

    /// <summary>Projects, in order of birth.</summary>
    internal Span<Project> Projects => _projects.AsSpan(0, Count);

    /// <summary>Number of projects, failed ones included.</summary>
    internal int Count { get; private set; }

    /// <summary>Projects of an innovation that are in a stage; those that wait for a pilot place are in the pilot stage.</summary>
    public int CountIn(int innovation, ProjectStage stage)
    {
        int count = 0;
        foreach (ref readonly Project p in Projects) count += p.Innovation == innovation && p.Stage == stage && !p.HasFailed ? 1 : 0;
        return count;
    }

    /// <summary>Projects of an innovation that were given up.</summary>
    public int CountFailed(int innovation)
    {
        int count = 0;
        foreach (ref readonly Project p in Projects) count += p.Innovation == innovation && p.HasFailed ? 1 : 0;
        return count;
    }

    /// <summary>Share of a region's facilities that have adopted the most advanced project of an innovation; zero before one is deployed.</summary>
    public double Adoption(int innovation, int region)
    {
        double most = 0.0;
        foreach (ref readonly Project p in Projects)
        {
            if (p.Innovation == innovation && p.IsDeployed) most = Math.Max(most, AdoptionAfter(p.MonthsDeployed, innovation, region));
        }

        return most;
    }

    /// <summary>Share of a region's facilities that have adopted a project some months after it was deployed.</summary>
    internal double AdoptionAfter(int months, int innovation, int region) => AdoptionAfter(months, Innovations[innovation].Region == region);

    /// <summary>The same in its own region, or in any other.</summary>
    internal double AdoptionAfter(int months, bool isHome) =>
        Math.Clamp((months - (isHome ? 0.0 : Research.AbroadDelayMonths)) / Research.SpreadMonths, 0.0, 1.0);

    /// <summary>Enters a project. The book grows when more are born than there were places for: rarely, and it doubles.</summary>
    internal void Add(int innovation, ulong key, ProjectStage stage)
    {
        if (Count == _projects.Length) Array.Resize(ref _projects, 2 * Count);
        _projects[Count++] = new Project { Innovation = innovation, Key = key, Stage = stage, Chance = 1.0 };
    }
}
