using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Numerics;

namespace Offtake.Simulation.Innovations;

/// <summary>Phase 8: projects are born from outlay, move through laboratory, pilot and scale, and fail or are deployed.</summary>
/// <remarks>
/// Eq. RND-1: expected births of a kind of project = births per outlay · outlay / kinds in the region; the nth comes when they have grown by a unit exponential
/// since the one before, in the central future at n − ½. The treasury pays the outlay. Eq. RND-2: a stage takes median · exp(σ ε) · support months, then
/// the project goes on with a probability; in the central future the time is the median and it goes on while its chance of having come so far is one half or more.
/// </remarks>
internal sealed class ProjectPipeline(ProjectBook book, ResearchNumbers research, Chance? chance)
{
    // Months are added up in parts of a stage: a sum of twelve twelfths is one.
    private const double Rounding = 1e-9;
    private const ulong Spacing = 0x9E3779B97F4A7C15UL;

    private readonly int[] _kinds = CountKinds(book);

    private enum Draw
    {
        Time = 1,
        Survival = 4,
        Birth = 7,
    }

    public void Advance(ChainState state)
    {
        Institutions.InnovationSupport support = state.Policies.Support;
        foreach (ref Project p in book.Projects)
        {
            if (p.HasFailed || p.Waits) continue;
            if (p.IsDeployed) p.MonthsDeployed++;
            else Work(ref p, support);
        }

        Births(state, support);
        PilotPlatforms.Allot(book, research, support);
    }

    private void Births(ChainState state, Institutions.InnovationSupport support)
    {
        for (int r = 0; r < research.OutlayPerMonthUsd.Length; r++)
        {
            double outlay = research.OutlayPerMonthUsd[r] * support.OutlayFactor[r];
            if (outlay > 0.0) state.Money.Pay(state.Accounts.Treasury(r), state.Accounts.Suppliers(r), new Usd(outlay));
        }

        for (int i = 0; i < book.Innovations.Length; i++)
        {
            if (book.Innovations[i].Stage != ProjectStage.Unborn) continue;
            int region = book.Innovations[i].Region;
            if (book.NextBirth[i] == 0.0) book.NextBirth[i] = Wait(i, first: true);
            book.Outlaid[i] += research.OutlayPerMonthUsd[region] * support.OutlayFactor[region] / 1e6 * research.BirthsPerMillionUsd / _kinds[region];
            while (book.Outlaid[i] >= book.NextBirth[i])
            {
                book.Add(i, KeyOf(i, book.Born[i]), ProjectStage.Lab);
                book.Born[i]++;
                book.NextBirth[i] += Wait(i, first: false);
            }
        }
    }

    private double Wait(int innovation, bool first)
    {
        if (chance is not { } c) return first ? 0.5 : 1.0;
        return -Logarithm.Of(c.Unit((int)Draw.Birth, KeyOf(innovation, book.Born[innovation]), Purpose.Innovation));
    }

    private ulong KeyOf(int innovation, int birth) => unchecked(book.Keys[innovation] + ((ulong)(birth + 1) * Spacing));

    private void Work(ref Project p, Institutions.InnovationSupport support)
    {
        int stage = (int)p.Stage - (int)ProjectStage.Lab;
        int region = book.Innovations[p.Innovation].Region;
        double months = research.StageMonths[stage] * support.StageTimeFactor[region];
        if (p.StageLuck == 0.0) p.StageLuck = chance is { } c ? Exponential.Of(research.TimeSigma * c.Normal((int)Draw.Time + stage, p.Key, Purpose.Innovation)) : 1.0;
        months *= p.StageLuck;
        p.Progress += 1.0 / months;
        if (p.Progress < 1.0 - Rounding) return;
        double survival = Math.Min(1.0, research.Survival[stage] * support.SurvivalFactor[region]);
        survival += (1.0 - survival) * support.FailuresAvoided[region];
        p.Chance *= survival;
        p.HasFailed = chance is { } d ? d.Unit((int)Draw.Survival + stage, p.Key, Purpose.Innovation) >= survival : p.Chance < 0.5;
        p.IsOnPlatform = false;
        if (p.HasFailed) return;
        p.Stage++;
        p.Progress = 0.0;
        p.StageLuck = 0.0;
    }

    private static int[] CountKinds(ProjectBook book)
    {
        var kinds = new int[book.Layout.Chain.Regions.Count];
        foreach (Innovation i in book.Innovations) kinds[i.Region] += i.Stage == ProjectStage.Unborn ? 1 : 0;
        return kinds;
    }
}
