using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Institutions;

/// <summary>Terms of a lever as they fall in one future; a term that is not stated has the value that changes nothing.</summary>
/// <remarks>Eq. INS-6: n cities that do the same count as n^(1 + log2 g) of the first, with g the gain of every doubling over the one before; g = 1 counts them all in full.</remarks>
internal sealed class TermNumbers
{
    private TermNumbers()
    {
    }

    /// <summary>Terms of a dated measure.</summary>
    public static TermNumbers None { get; } = new();

    /// <summary>Share of what is announced that is realised.</summary>
    public double Realised { get; private init; } = 1.0;

    /// <summary>Strength the law allows; infinite where it does not say.</summary>
    public double LawfulAtMost { get; private init; } = double.PositiveInfinity;

    /// <summary>What it may cost a year, USD; infinite where it has no budget of its own.</summary>
    public double BudgetUsdPerYear { get; private init; } = double.PositiveInfinity;

    /// <summary>Cost of administering it a year when pulled in full, USD.</summary>
    public double CostUsdPerYear { get; private init; }

    /// <summary>Units others do not buy per unit bought; below zero they buy more.</summary>
    public double CrowdingOut { get; private init; }

    /// <summary>Units the same users would have bought later per unit bought.</summary>
    public double PullForward { get; private init; }

    /// <summary>Months over which they are missing later.</summary>
    public double PullForwardMonths { get; private init; } = 1.0;

    /// <summary>Cities that do the same, counted as multiples of the first (INS-6).</summary>
    public double CitiesInEffect { get; private init; } = 1.0;

    /// <summary>Share of all cities in effect that the named one is, and pays for; its treasury pays for the rest.</summary>
    public double ShareOfFirstCity => Math.Min(1.0, 1.0 / CitiesInEffect);

    /// <summary>Private money that joins a USD of public money.</summary>
    public double Leverage { get; private init; }

    /// <summary>Months that an order lasts after it was given; zero as long as it stands.</summary>
    public int TermMonths { get; private init; }

    /// <summary>Share of capacity that state firms run more whatever the margin.</summary>
    public double Pressure { get; private init; }

    /// <summary>Log by which the return that owners ask for moves.</summary>
    public double HurdleLog { get; private init; }

    /// <summary>Share of projects that no longer pass a stage.</summary>
    public double ProjectLoss { get; private init; }

    /// <summary>Share of what is left behind that a standard removes, per unit of strength.</summary>
    public double ResidueRemoved { get; private init; }

    /// <summary>Share of its capital cost that is paid for capacity closed for good.</summary>
    public double Compensation { get; private init; }

    public static TermNumbers Of(InstrumentTerms terms, ParameterDraw draw)
    {
        double Number(Parameter? parameter, double otherwise) => parameter is null ? otherwise : draw.Of(parameter);
        double cities = Number(terms.Cities, 1.0), gain = Number(terms.ReplicationGain, 1.0);
        return new TermNumbers
        {
            Realised = Number(terms.Realised, 1.0),
            LawfulAtMost = Number(terms.LawfulAtMost, double.PositiveInfinity),
            BudgetUsdPerYear = Number(terms.BudgetUsdPerYear, double.PositiveInfinity),
            CostUsdPerYear = Number(terms.CostUsdPerYear, 0.0),
            CrowdingOut = Number(terms.CrowdingOut, 0.0),
            PullForward = Number(terms.PullForward, 0.0),
            PullForwardMonths = Math.Max(1.0, Number(terms.PullForwardMonths, 1.0)),
            CitiesInEffect = Math.Pow(cities, 1.0 + Math.Log2(gain)),
            Leverage = Number(terms.Leverage, 0.0),
            TermMonths = (int)Math.Round(Number(terms.TermMonths, 0.0)),
            Pressure = Number(terms.Pressure, 0.0),
            HurdleLog = Number(terms.HurdleLog, 0.0),
            ProjectLoss = Number(terms.ProjectLoss, 0.0),
            ResidueRemoved = Number(terms.ResidueRemoved, 0.0),
            Compensation = Number(terms.Compensation, 0.0),
        };
    }
}
