namespace Offtake.Results.Weighing;

/// <summary>What an unknown rests on. Every number of a run is in one group, and chance is one of its own.</summary>
public enum EvidenceGroup
{
    /// <summary>Hangs on a claim of which nobody has shown that it was done and had its effect.</summary>
    Claims,

    /// <summary>Assumed: nobody said so.</summary>
    Assumptions,

    /// <summary>Estimated, forecast or calibrated.</summary>
    Estimates,

    /// <summary>Said by a company, the press or media of a state.</summary>
    Reported,

    /// <summary>Stated by an authority.</summary>
    Official,

    /// <summary>Measured or surveyed.</summary>
    Measured,

    /// <summary>Shocks, errors of growth, delays of projects, errors of statistics.</summary>
    Chance,
}
