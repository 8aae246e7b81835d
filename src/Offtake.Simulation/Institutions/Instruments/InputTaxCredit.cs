using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A share of what makers pay for goods of a market that were made in its region, which the treasury gives back.</summary>
/// <remarks>
/// Acts through cash (DEM-14). It cannot choose among the goods of a market: makers draw on one stock, so it makes the input cheaper, not the domestic one
/// dearer to do without. A second credit applies to what the first leaves to pay.
/// </remarks>
internal sealed class InputTaxCredit : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.InputTaxCredit;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        double[] credit = context.Policies.InputCredit;
        foreach (Target target in Each(directive.Targets)) credit[target.Index] = 1.0 - ((1.0 - credit[target.Index]) * (1.0 - directive.Strength));
        context.Policies.InputCredits.Add(directive);
    }
}
