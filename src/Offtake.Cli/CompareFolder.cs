using Offtake.Experiments;
using Offtake.Results.Studies;
using Offtake.World;

namespace Offtake.Cli;

/// <summary>The folder a comparison is written to, and what is said when it was cut off there.</summary>
/// <param name="Folder">Where.</param>
/// <param name="Words">What was asked.</param>
internal sealed record CompareFolder(StudyFolder Folder, CompareWords Words)
{
    /// <summary>The named folder; else a new one, or the newest that was cut off.</summary>
    /// <exception cref="StudyMismatchException">There is nothing to go on with.</exception>
    public static CompareFolder Of(CompareWords words, Surroundings around)
    {
        string root = Path.Combine(around.Folder, "runs");
        if (words.Out is { } named) return new(StudyFolder.At(Path.GetFullPath(named, around.Folder), null), words);
        if (!words.Resume) return new(StudyFolder.Under(root, ComparisonReader.Id, around.Clock), words);
        return StudyFolder.Unfinished(root, ComparisonReader.Id) is { } unfinished
            ? new(StudyFolder.At(unfinished, null), words)
            : throw new StudyMismatchException($"no comparison that was cut off lies in '{root}'; start one without --resume, or name its folder with --out.");
    }

    /// <summary>Whether a failure is one of the surroundings, such as a full disk, and not of the program.</summary>
    public static bool IsOfOutside(Exception failure) =>
        failure is FutureFailedException or OutOfMemoryException or UnauthorizedAccessException || (failure is IOException && failure is not StudyMismatchException);

    /// <summary>Whether all futures are walked here and only what was found in them is missing.</summary>
    /// <exception cref="StudyMismatchException">A comparison is here that is whole, another, or not to be gone on with.</exception>
    public bool IsWalked(StudyHeader header)
    {
        if (!File.Exists(Folder.Finished)) return false;
        if (File.Exists(Folder.In(StudyFolder.ManifestName))) throw new StudyMismatchException($"'{Folder.Path}' holds a comparison already, and none is ever written over; name another folder with --out.");
        if (!Words.Resume) throw new StudyMismatchException($"'{Folder.Path}' holds a comparison that was cut off before its report; go on with it by --resume, or name another folder with --out.");
        using StudyResults results = StudyResults.Open(Folder.Finished);
        foreach (StudyRow _ in results.MustBeWhole(Printable.Line(Folder.Finished)))
        {
        }

        IReadOnlyList<string> differences = (header with { Futures = results.Header.Futures }).DifferencesTo(results.Header);
        if (differences.Count > 0) throw new StudyMismatchException($"'{Folder.Finished}' is of something else: {string.Join("; ", differences)}. Restore what it was walked with, or start anew with another --out.");
        Folder.ForgetRunning();
        return true;
    }

    /// <summary>Begins the file of futures, or goes on with it.</summary>
    /// <exception cref="StudyMismatchException">What is there is of another comparison, or belongs to somebody.</exception>
    public StudyStore Open(StudyHeader header) => Folder.Open(header, Words.Resume);

    /// <summary>Says that a comparison was cut off and how to go on.</summary>
    public int CutOff(Exception failure, string standing, Surroundings around)
    {
        around.Error.WriteLine($"error: {Printable.Line(failure.Message)}");
        around.Error.WriteLine($"{standing}. When the cause is gone, go on with 'offtake compare {string.Join(' ', Words.Scenarios)} --resume --out {Printable.Word(Folder.Path)}{Repeated}'.");
        return ExitCodes.Failed;
    }

    private string Repeated => string.Concat(Words.Futures is { } f ? $" --futures {f}" : "", Words.Seed is { } s ? $" --seed {s}" : "", Words.EqualMoney ? " --equal-money" : "");
}
