namespace Offtake.Simulation.Nature;

/// <summary>What a random number is for. Numbers for different purposes are independent.</summary>
public enum Purpose
{
    /// <summary>The value of a parameter in a future.</summary>
    Parameter = 1,

    /// <summary>A monthly shock to demand.</summary>
    DemandShock = 2,

    /// <summary>The error in a driver's growth in a future.</summary>
    DriverGrowth = 3,

    /// <summary>Whether a mine stops.</summary>
    Outage = 4,

    /// <summary>Whether a stopped mine starts again.</summary>
    OutageEnd = 5,

    /// <summary>Whether, and how late, a dated project comes.</summary>
    Project = 6,

    /// <summary>The choices of a search for fitted numbers; never used in a month.</summary>
    Search = 7,

    /// <summary>When a project is born, how long its stages take and whether it survives them.</summary>
    Innovation = 8,

    /// <summary>The error in a statistic on its way to an institution.</summary>
    Report = 9,
}

/// <summary>Random numbers of one future, keyed by (seed, future, month, entity, purpose).</summary>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Future">Which future.</param>
public readonly record struct Chance(ulong Seed, int Future)
{
    // No month of the calendar has this number, so parameters never share a counter with shocks.
    private const uint NoMonth = uint.MaxValue;

    /// <summary>A number in (0, 1) that belongs to an entity and a month.</summary>
    public double Unit(int month, ulong entity, Purpose purpose)
    {
        (uint a, uint b, _, _) = Philox.Words((uint)Future, (uint)month, (uint)entity, (uint)(entity >> 32) ^ ((uint)purpose << 24), Seed);
        return Philox.Unit(a, b);
    }

    /// <summary>A number in (0, 1) that belongs to an entity and holds for the whole future.</summary>
    public double Unit(ulong entity, Purpose purpose) => Unit(unchecked((int)NoMonth), entity, purpose);

    /// <summary>A number in (0, 1) for a parameter in one draw of this future; draws are counted from 0.</summary>
    public double UnitOfDraw(int attempt, ulong parameter) => Unit(unchecked((int)(NoMonth - (uint)attempt)), parameter, Purpose.Parameter);

    /// <summary>A standard normal number that belongs to an entity and a month.</summary>
    public double Normal(int month, ulong entity, Purpose purpose) => NormalCurve.Quantile(Unit(month, entity, purpose));

    /// <summary>A standard normal number that belongs to an entity and holds for the whole future.</summary>
    public double Normal(ulong entity, Purpose purpose) => NormalCurve.Quantile(Unit(entity, purpose));

    /// <summary>The key of an entity: a hash of its id (FNV-1a, 64 bit), so that file order cannot matter.</summary>
    public static ulong KeyOf(string id)
    {
        ulong hash = 14695981039346656037UL;
        foreach (char letter in id) hash = unchecked((hash ^ letter) * 1099511628211UL);
        return hash;
    }
}
