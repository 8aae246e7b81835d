using Offtake.Model.Chain;
using Offtake.Model.Studies;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Studies;

/// <summary>What holds of every measurement, whether an outcome of a study asks for it or a plan.</summary>
internal static class MeasurementRules
{
    /// <summary>The variable of a name; null and an error when there is none.</summary>
    public static ChainVariable? VariableOf(string text, Place at, ProblemList problems)
    {
        if (EnumText.TryParse(text, out ChainVariable variable)) return variable;
        if (text.Length > 0) problems.Error(at, "unknown variable", text, null, NearestName.Remedy(text, EnumText.All<ChainVariable>()));
        return null;
    }

    /// <summary>The statistic of a name, the mean when it is empty.</summary>
    public static Statistic StatisticOf(string text, Place at, ProblemList problems)
    {
        if (text.Length == 0) return Statistic.Mean;
        if (EnumText.TryParse(text, out Statistic statistic)) return statistic;
        problems.Error(at, "unknown statistic", text, null, NearestName.Remedy(text, EnumText.All<Statistic>()));
        return Statistic.Mean;
    }

    /// <summary>Those of the names asked for that are known; each of the others is an error.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<(string Text, Place At)> asked, string key, IEnumerable<string> known, ProblemList problems)
    {
        List<string> found = [];
        string[] names = [.. known];
        foreach ((string text, Place at) in asked)
        {
            if (names.Contains(text)) found.Add(text);
            else problems.Error(at, $"'{key}' names nothing that this variable is of:", text, null, NearestName.Remedy(text, names));
        }

        return found;
    }

    /// <summary>Says what is wrong with a measurement as a whole.</summary>
    public static void Check(ValueChain chain, Measurement measurement, Place at, ProblemList problems)
    {
        int rows = Selection.Of(chain, measurement).Length;
        if (measurement.Variable == ChainVariable.ResidueLeft && measurement.Of.Count != 1) problems.Error(at, "residues of several units cannot be added up:", $"{measurement.Of.Count} named", "one residue", "name one under 'of'");
        if (rows == 0) problems.Error(at, $"nothing in the world is a '{EnumText.Of(measurement.Variable)}' of these:", string.Join(", ", measurement.Of.Concat(measurement.In).Concat(measurement.To)), null, "correct 'of', 'in' or 'to'");
        if (rows > 1 && measurement.Variable == ChainVariable.Price) problems.Error(at, "prices of several markets cannot be added up:", $"{rows} markets", "one market", "name one commodity and one region");
    }
}
