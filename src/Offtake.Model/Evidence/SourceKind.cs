namespace Offtake.Model.Evidence;

/// <summary>How a source came to know what it says. The order runs from strongest to weakest witness.</summary>
public enum SourceKind
{
    /// <summary>A measurement or peer-reviewed survey.</summary>
    Measured,

    /// <summary>A number that originates with an authority.</summary>
    Official,

    /// <summary>A company's own statement about itself.</summary>
    Company,

    /// <summary>Press or trade press.</summary>
    Press,

    /// <summary>Media owned by a state, about that state.</summary>
    StateMedia,

    /// <summary>An estimate, a forecast, or a value calibrated by a model.</summary>
    Estimate,

    /// <summary>Nobody said so: a value assumed with a range and a reason.</summary>
    Assumption,
}
