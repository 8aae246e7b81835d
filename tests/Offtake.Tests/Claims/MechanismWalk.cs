using System.IO.Enumeration;
using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.World;

namespace Offtake.Tests.Claims;

/// <summary>Walks a shipped scenario as it is and without one of its mechanisms, in the central future, and measures the same thing in both.</summary>
internal static class MechanismWalk
{
    private static readonly Month Last = Month.Of(2031, 12);
    private static readonly Dictionary<string, Scenario> Known = [];

    /// <summary>A shipped scenario until 2031.</summary>
    public static Scenario Shipped(string id)
    {
        lock (Known)
        {
            if (Known.TryGetValue(id, out Scenario? known)) return known;
            string scenarios = FileFinder.Scenarios(AppContext.BaseDirectory)!;
            Reading<Scenario> reading = ScenarioReader.Read(scenarios, id, FileFinder.Worlds(AppContext.BaseDirectory)!, to: Last);
            return Known[id] = reading.Value ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
        }
    }

    /// <summary>The scenario without some levers, named by institution, a slash and the lever's id; <c>*</c> stands for anything.</summary>
    public static Scenario Without(this Scenario scenario, params string[] levers)
    {
        int removed = 0;
        Institution[] left = [.. scenario.Institutions.Select(i => i with { Reach = [.. i.Reach.Where(r => !Fits(i, r))] })];
        Assert.True(removed > 0, $"{scenario.Id} has none of {string.Join(", ", levers)}.");
        return scenario with { Institutions = left };

        bool Fits(Institution institution, ReachedInstrument lever)
        {
            string name = $"{institution.Id}/{lever.Id}";
            bool fits = levers.Any(l => FileSystemName.MatchesSimpleExpression(l, name, ignoreCase: false));
            removed += fits ? 1 : 0;
            return fits;
        }
    }

    /// <summary>The scenario with numbers of its institutions as somebody else believes them to be.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="beliefs">Values by assumption, named with its <c>@</c>.</param>
    public static IReadOnlyDictionary<string, double> Believing(this Scenario scenario, params (string Assumption, double Value)[] beliefs)
    {
        HashSet<string> known = [.. scenario.Chain.Evidence.Parameters.Where(p => p.Kind == SourceKind.Assumption).Select(p => p.Witnesses[0])];
        Assert.All(beliefs, b => Assert.Contains(b.Assumption, known));
        return beliefs.ToDictionary(b => b.Assumption, b => b.Value);
    }

    /// <summary>The sum over all months of what a probe reads off the state.</summary>
    public static double Sum(this Scenario scenario, Func<ChainState, Month, double> probe, IReadOnlyDictionary<string, double>? beliefs = null)
    {
        ChainLayout layout = new(scenario.Chain);
        ParameterDraw draw = ParameterDraw.With(scenario.Chain.Evidence, beliefs ?? new Dictionary<string, double>());
        double sum = 0.0;
        foreach (MonthEnd end in MonthlyWalk.Run(layout, scenario, null, draw)) sum += probe(end.State, end.Month);
        return sum;
    }
}
