using Offtake.Model.Governance;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Scenarios;

/// <summary>A measure of a calendar can be pulled only if strength and targets say all about it.</summary>
internal static class DatedInstrument
{
    /// <summary>Refuses an instrument whose terms or targets a calendar cannot state.</summary>
    public static void Check(InstrumentKind instrument, Place at, ProblemList problems)
    {
        if (InstrumentRule.Of(instrument).IsOfInstitutions)
            problems.Error(at, "this instrument needs terms or targets that a measure cannot state:", EnumText.Of(instrument), null, "write an institution that reaches for it, with 'rule: schedule' to date it, and name it under 'institutions'");
    }
}
