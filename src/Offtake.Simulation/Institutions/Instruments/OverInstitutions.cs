using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A lever that acts on how other institutions' orders are carried out, and so through them on everything else. It writes no law and moves no money itself.</summary>
/// <remarks>Two of them on one institution leave the product of what each leaves. Nobody has a veto against a veto.</remarks>
internal abstract class OverInstitutions : Instrument
{
    /// <summary>The column it writes: share lost, by institution.</summary>
    public abstract double[] Column(Hierarchy hierarchy);

    public sealed override void Enact(Directive directive, EnactmentContext context)
    {
        // Orders were weakened before anything was enacted; there is no law left to write.
    }

    /// <summary>Weakens the orders of the institutions it names.</summary>
    public void Press(Directive directive, Hierarchy hierarchy)
    {
        double[] lost = Column(hierarchy);
        foreach (Target target in Each(directive.Targets))
            lost[target.Index] = 1.0 - ((1.0 - lost[target.Index]) * (1.0 - Math.Min(1.0, directive.Strength)));
    }
}

/// <summary>What is lost of every institution's orders this month, by institution.</summary>
/// <param name="Vetoed">Share a higher level blocks.</param>
/// <param name="Leaderless">Share of compliance lost while a head is replaced.</param>
internal sealed record Hierarchy(double[] Vetoed, double[] Leaderless)
{
    public static Hierarchy Of(int institutions) => new(new double[institutions], new double[institutions]);

    public void Clear()
    {
        Array.Clear(Vetoed);
        Array.Clear(Leaderless);
    }
}
