using System.Reflection;
using Offtake.Model.Chain;
using Offtake.Model.Evidence;

namespace Offtake.Tests.Simulation.Chains;

/// <summary>The optional tables of residues, labour, learning and research, as a test writes them onto the tiny chain.</summary>
/// <remarks>Processes: 0 mining, 1 separation, 2 motor-making, 3 recycling. Regions: 0 home, 1 abroad.</remarks>
internal sealed class ProgressTables(ChainDraft draft)
{
    public const int Mining = 0;
    public const int Separation = 1;
    public const int MotorMaking = 2;

    private readonly List<Innovation> _innovations = [];
    private readonly List<ResearchRegion> _regions = [];
    private readonly List<LearningCurve> _curves = [];
    private readonly List<SkillNeed> _needs = [];
    private readonly List<SkilledPool> _pools = [];
    private readonly List<ResidueRate> _rates = [];
    private readonly Dictionary<string, double> _rules = new()
    {
        ["births.per-million-usd"] = 1,
        ["stage.lab-months"] = 12,
        ["stage.pilot-months"] = 6,
        ["stage.scale-months"] = 4,
        ["stage.time-sigma"] = 0.5,
        ["survival.lab"] = 1,
        ["survival.pilot"] = 1,
        ["survival.scale"] = 1,
        ["adoption.spread-months"] = 10,
        ["adoption.abroad-delay-months"] = 20,
    };

    private int _numbers;

    public ProgressTables Rule(string id, double value)
    {
        Assert.True(_rules.ContainsKey(id), $"No such rule of research: {id}");
        _rules[id] = value;
        return this;
    }

    public ProgressTables Project(
        string id, InnovationEffect effect, double size, int process = Separation, int? on = null, ProjectStage stage = ProjectStage.Deployed, int region = 0)
    {
        _innovations.Add(new Innovation(id, id, region, null, process, effect, on, Number(size), stage));
        return this;
    }

    public ProgressTables Research(int region, double outlayUsdPerYear, int places)
    {
        _regions.Add(new ResearchRegion(region, Number(outlayUsdPerYear), Number(places)));
        return this;
    }

    public ProgressTables Learns(int process, double rate, double cumulative)
    {
        _curves.Add(new LearningCurve(process, Number(rate), Number(cumulative)));
        return this;
    }

    public ProgressTables Needs(int process, double workers)
    {
        _needs.Add(new SkillNeed(process, Number(workers)));
        return this;
    }

    public ProgressTables Pool(int region, double slack, double growth, double entry = 0.0, double leaving = 0.05)
    {
        _pools.Add(new SkilledPool(region, Number(slack), Number(growth), Number(entry), Number(leaving)));
        return this;
    }

    public ProgressTables Leaves(int process, double amount, int residue = 0, int? region = null)
    {
        _rates.Add(new ResidueRate(process, residue, region, Number(amount)));
        return this;
    }

    public ValueChain Build()
    {
        ResearchRules? rules = _innovations.Count > 0 ? Rules() : null;
        return draft.Build() with
        {
            Research = rules is null ? null : new Research(rules, _regions, _innovations),
            Workforce = _needs.Count > 0 ? new Workforce(_needs, _pools) : null,
            Learning = _curves,
            Residues = _rates.Count > 0 ? new ResidueInventory([new Residue("mud", "Mud", "t"), new Residue("smoke", "Smoke", "kg")], _rates) : null,
        };
    }

    private ResearchRules Rules()
    {
        ResearchRules rules = Activator.CreateInstance<ResearchRules>();
        foreach (PropertyInfo property in typeof(ResearchRules).GetProperties())
            if (property.GetCustomAttribute<RowAttribute>() is { } row) property.SetValue(rules, Number(_rules[row.Id]));
        return rules;
    }

    private Parameter Number(double value) => draft.Number($"progress/{_numbers++}", value);
}
