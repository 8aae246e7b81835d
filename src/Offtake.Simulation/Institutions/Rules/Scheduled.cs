using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Rules;

/// <summary>Pulls by the calendar, whatever it sees.</summary>
internal sealed class Scheduled((Month From, double Pull)[] steps) : Rule
{
    public override double Wish(in Observation seen, double standing, Month month, int monthsSince)
    {
        double pull = 0.0;
        foreach ((Month from, double stated) in steps)
        {
            if (from <= month) pull = stated;
        }

        return pull;
    }
}
