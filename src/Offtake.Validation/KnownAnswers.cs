using Offtake.World;

namespace Offtake.Validation;

/// <summary>Asks the program's own code for every answer that is known from elsewhere.</summary>
public static class KnownAnswers
{
    private const string FolderName = "validation";

    /// <summary>The folder <c>validation/</c>: in a folder, above it, beside the program or above that; null when there is none.</summary>
    public static string? FolderFrom(string start) => Above(start).Concat(Above(AppContext.BaseDirectory))
        .Select(folder => Path.Combine(folder, FolderName)).FirstOrDefault(folder => File.Exists(Path.Combine(folder, AnswerFile.Name)));

    /// <summary>Runs all of them.</summary>
    /// <param name="folder">The folder with <c>known-answers.csv</c> and what it names.</param>
    public static ValidationOutcome Run(string folder)
    {
        List<Problem> problems = [];
        List<Check> checks = [];
        foreach (AnswerRow row in AnswerFile.Read(folder, problems))
        {
            try
            {
                checks.AddRange(Calculations.Run(row, folder));
                foreach (string name in row.Inputs.Unasked) problems.Add(AnswerFile.ProblemAt(row.Line, $"'{row.Calculation}' has no use for the input", name, "drop it, or correct its name"));
            }
            catch (AnswerException fault)
            {
                problems.Add(AnswerFile.ProblemAt(row.Line, fault.What, fault.Value, fault.Remedy));
            }
            catch (ArgumentOutOfRangeException fault)
            {
                problems.Add(AnswerFile.ProblemAt(row.Line, $"an input of '{row.Calculation}' is out of range: {fault.ParamName}", fault.ActualValue?.ToString(), "correct it"));
            }
        }

        return new ValidationOutcome(checks, problems);
    }

    private static IEnumerable<string> Above(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent) yield return folder.FullName;
    }
}

/// <summary>What came of a validation.</summary>
/// <param name="Checks">Every known answer beside the result, in file order.</param>
/// <param name="Problems">What is wrong with the files; the checks of other rows were run all the same.</param>
public sealed record ValidationOutcome(IReadOnlyList<Check> Checks, IReadOnlyList<Problem> Problems);
