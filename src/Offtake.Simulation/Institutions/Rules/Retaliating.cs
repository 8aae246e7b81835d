using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Rules;

/// <summary>Answers in full while it sees its mandate broken, such as a barrier abroad, and for some months after.</summary>
internal sealed class Retaliating(int lastsMonths) : Rule
{
    private Month _until = new(int.MinValue);

    public override double Wish(in Observation seen, double standing, Month month, int monthsSince)
    {
        if (seen.Largest > 0.0) _until = month + lastsMonths;
        return month <= _until ? 1.0 : 0.0;
    }
}
