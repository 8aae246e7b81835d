using Offtake.Equilibrium;

namespace Offtake.Validation;

/// <summary>Solves a file of a spatial price equilibrium that says what should come out.</summary>
internal static class EquilibriumAnswers
{
    /// <summary>One check for every value the file expects. A relative tolerance is a share of the value, or of one if that is larger, as in the file.</summary>
    /// <exception cref="AnswerException">The file cannot be read or expects nothing.</exception>
    public static IEnumerable<Check> Run(AnswerRow row, string folder)
    {
        string name = row.Inputs.Text("file");
        EquilibriumReading reading = EquilibriumFile.Read(Path.Combine(folder, name));
        if (reading.Faults.Count > 0) throw new AnswerException("the file has faults, the first:", reading.Faults[0].ToString(), $"run 'offtake equilibrium validation/{name}' to see all");
        if (reading.Expected is not { } expected) throw new AnswerException("the file expects nothing:", name, "give it a block 'expected'");
        SpatialEquilibrium? found = SpatialSolver.Solve(reading.Problem!).Equilibrium;
        foreach (Expectation item in expected.Items)
        {
            Tolerance tolerance = row.Tolerance.IsRelative ? new Tolerance(row.Tolerance.Value * Math.Max(1.0, Math.Abs(item.Expected)), false) : row.Tolerance;
            yield return new Check(row.Id, row.Case, item.What, row.Source, item.Expected, tolerance, found is null ? double.NaN : item.Find(found) ?? double.NaN);
        }
    }
}
