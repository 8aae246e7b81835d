using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Governance;

namespace Offtake.Tests.Simulation.Chains;

/// <summary>The tiny chain with every table a world may do without, growing demand, few skilled workers and scarce pilot places, so that every lever has something to move.</summary>
internal static class FullChain
{
    public static ValueChain Build(double scatter = 0.0)
    {
        ChainDraft draft = TinyChain.Draft(scatter: scatter);
        ProgressTables tables = new ProgressTables(draft)
            .Research(0, 6e6, 2).Research(1, 2e6, 1).Rule("survival.lab", 0.6).Rule("survival.pilot", 0.7)
            .Project("cheaper", InnovationEffect.Cost, 0.3, ProgressTables.MotorMaking, stage: ProjectStage.Lab)
            .Project("first", InnovationEffect.Cost, 0.1, stage: ProjectStage.Pilot).Project("second", InnovationEffect.Cost, 0.1, stage: ProjectStage.Pilot)
            .Project("third", InnovationEffect.Cost, 0.1, stage: ProjectStage.Pilot).Project("leaner", InnovationEffect.InputRate, 0.2, ProgressTables.MotorMaking, 1, ProjectStage.Unborn)
            .Learns(ProgressTables.MotorMaking, 0.1, 50_000)
            .Needs(ProgressTables.Separation, 0.01).Needs(ProgressTables.MotorMaking, 0.05).Pool(0, 0.0, 0.0005).Pool(1, 0.0, 0.0005)
            .Leaves(ProgressTables.Mining, 12).Leaves(ProgressTables.Separation, 8);
        ValueChain chain = tables.Build();
        List<Parameter> numbers = [.. chain.Evidence.Parameters];
        Facility[] facilities = [.. chain.Facilities.Select(f => f with { IsExpandable = true, TargetPressure = f.Id is "pit" or "motors-home" ? StateFirm(f) : f.TargetPressure })];
        EvidenceLedger ledger = chain.Evidence;
        return MoneyRules.In(chain with { Facilities = facilities, Evidence = new EvidenceLedger(ledger.Sources, ledger.Assumptions, ledger.Claims, numbers) }, 1.0);

        Parameter StateFirm(Facility f)
        {
            Parameter target = Parameter.Sourced($"state-firms/{f.Id}", 0.5, "share", Spread.None(0.5), [chain.Evidence.Sources[0]], "test");
            numbers.Add(target);
            return target;
        }
    }

    /// <summary>What a kind of lever can act on here; an institution's lever over institutions acts on the second one of a scenario.</summary>
    public static Target[] TargetsOf(InstrumentKind kind, ValueChain chain) => kind switch
    {
        InstrumentKind.ExportQuota or InstrumentKind.ExportLicence or InstrumentKind.Tariff or InstrumentKind.ExportDuty or InstrumentKind.Embargo or InstrumentKind.ContentRule =>
            [TinyChain.Route(chain, "a-oxide", TinyChain.Home, TinyChain.Abroad)],
        InstrumentKind.PriceFloor => [TinyChain.Facility(chain, "pit"), TinyChain.Commodity(chain, "a-oxide")],
        InstrumentKind.QuotaResponse => [TinyChain.Facility(chain, "pit"), TinyChain.Market(chain, "a-oxide", TinyChain.Home)],
        InstrumentKind.Stockpile or InstrumentKind.ReserveRelease or InstrumentKind.ReserveDuty or InstrumentKind.InputTaxCredit => [TinyChain.Market(chain, "a-oxide", TinyChain.Home)],
        InstrumentKind.DemandSubsidy or InstrumentKind.OfftakeContract or InstrumentKind.UrbanDeployment => [TinyChain.Use(chain, "motors-town")],
        InstrumentKind.ResearchGrant or InstrumentKind.PilotPlatform or InstrumentKind.ResearchMatching or InstrumentKind.CorridorServices or InstrumentKind.TalentHousing =>
            [new Target(TargetKind.Region, 0)],
        InstrumentKind.ExecutiveTurnover or InstrumentKind.Veto => [new Target(TargetKind.Institution, 1)],
        InstrumentKind.ProductionQuota => [TinyChain.Facility(chain, "pit")],
        _ => [TinyChain.Facility(chain, "pit"), TinyChain.Facility(chain, "motors-home"), TinyChain.Facility(chain, "separator")],
    };

    /// <summary>A strength that bites, in the instrument's unit.</summary>
    public static double Strength(InstrumentKind kind) => kind switch
    {
        InstrumentKind.ProductionQuota => 6_000,
        InstrumentKind.ExportQuota or InstrumentKind.Stockpile => 300,
        InstrumentKind.PriceFloor => 30_000,
        InstrumentKind.GuidanceFund => 50e6,
        InstrumentKind.TechnologyBan => 3,
        InstrumentKind.ReserveDuty => 2,
        InstrumentKind.PermitTrack => 6,
        InstrumentKind.PilotPlatform or InstrumentKind.TalentHousing or InstrumentKind.ResearchGrant => 1,
        InstrumentKind.OfftakeContract => 0.2,
        _ => 0.5,
    };
}
