using Offtake.Results.Studies;

namespace Offtake.Cli;

/// <summary>What <c>offtake explore</c> does where all futures are walked already: nothing is walked again, and what a stop left unwritten is written.</summary>
internal static class FinishedStudy
{
    /// <summary>Answers for a folder, or a slice, that is finished.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    /// <exception cref="StudyMismatchException">What is there was walked from something else.</exception>
    public static int Again(StudyFolder folder, StudyHeader header, ExploreWords words, Surroundings around)
    {
        string file = Printable.Line(folder.Finished);
        using (StudyResults results = StudyResults.Open(folder.Finished))
        {
            IReadOnlyList<string> differences = header.DifferencesTo(results.Header);
            if (differences.Count > 0)
                throw new StudyMismatchException($"'{file}' is finished, and was walked from something else: {string.Join("; ", differences)}. Name another folder with --out.");
        }

        if (!words.Resume)
            throw new StudyMismatchException($"'{file}' is finished already; name another folder with --out, or let --resume write what is missing beside it.");
        folder.ForgetRunning();
        bool isSlice = words.Shard is not null;
        if (isSlice || (StudyFindingsFiles.Are(folder) && !words.Json))
        {
            around.Error.WriteLine($"Nothing to do: '{file}' is finished.");
            return ExitCodes.Done;
        }

        using (StudyResults results = StudyResults.Open(folder.Finished))
        {
            foreach (StudyRow _ in results.MustBeWhole(file))
            {
            }
        }

        around.Error.WriteLine($"'{file}' is finished; what was found in it is written anew.");
        return StudyFindingsFiles.Write(folder, 0, 0.0, words.Json, around);
    }
}
