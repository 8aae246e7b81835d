using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Rules;

/// <summary>Does nothing until the last months of the year, then pulls as far as targets are missed; in January all is forgotten.</summary>
/// <remarks>Eq. INS-4: p = g · max(0, s) in the last n months of a year, else 0.</remarks>
internal sealed class Sprinting(int months, double gain) : Rule
{
    public override double Wish(in Observation seen, double standing, Month month, int monthsSince)
    {
        double shortfall = seen.Largest;
        bool isLate = month.OfYear > 12 - months;
        return isLate && shortfall > 0.0 ? gain * shortfall : 0.0;
    }
}
