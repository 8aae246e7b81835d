using Offtake.Model.Quantities;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Demand;

/// <summary>Phase 2: users perceive prices, thrift, want, and order.</summary>
internal static class DemandFormation
{
    /// <summary>Forms the month's wants and orders. Reads prices and stocks of the month before.</summary>
    public static void Form(ChainState state, ChainNumbers numbers, DriverPaths paths, Month month)
    {
        Precaution.Follow(state, numbers.Behaviour);
        Thrift.Follow(state, numbers);
        InputSubstitution.Follow(state, numbers);
        FinalDemand.Want(state, numbers, paths, month);
        MakersWants.Want(state, numbers);
        Ordering.Order(state, numbers);
    }
}
