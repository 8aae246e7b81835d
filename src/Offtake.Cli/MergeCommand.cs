using System.CommandLine;
using Offtake.Results.Studies;

namespace Offtake.Cli;

/// <summary>Joins the slices of a study that were walked apart.</summary>
internal static class MergeCommand
{
    public const string Name = "merge";

    public const string Examples = """
          offtake merge slices                              all slices of a folder, joined in it
          offtake merge a.sqlite b.sqlite --out whole       slices from anywhere
        """;

    /// <summary>The command with its arguments and options.</summary>
    public static Command Describe(Surroundings around)
    {
        Argument<string[]> slices = new("slices") { Description = "Folders that hold slices, or files of slices.", Arity = ArgumentArity.OneOrMore };
        Option<string?> folder = new("--out") { HelpName = "DIR", Description = "Folder to write. [default: the folder of the first slice]" };
        Option<bool> json = new("--json") { Description = "Write the findings as JSON to standard output, and nothing else." };
        Command command = new(Name, "Joins the slices of a study into the same bytes that one machine would have written, and says what was found.") { slices, folder, json };
        command.SetAction(words => Go(words.GetValue(slices)!, words.GetValue(folder), words.GetValue(json), around));
        return command;
    }

    private static int Go(string[] named, string? folder, bool json, Surroundings around)
    {
        try
        {
            string[] full = [.. named.Select(n => Path.GetFullPath(n, around.Folder))];
            string[] files = [.. full.SelectMany(n => Directory.Exists(n) ? Directory.EnumerateFiles(n, "slice-*-of-*.sqlite").Order(StringComparer.Ordinal) : (IEnumerable<string>)[n])];
            if (files.Length == 0) return Refuse($"'{Printable.Line(named[0])}' holds no slices; walk them with 'offtake explore STUDY --shard I/N --out {Printable.Line(named[0])}'.", around);
            StudyFolder to = StudyFolder.At(folder is not null ? Path.GetFullPath(folder, around.Folder) : Path.GetDirectoryName(files[0])!, null);
            if (!File.Exists(to.Finished) || File.Exists(to.Running)) return Join(files, to, json, around);

            // Joined before: the same slices must give the same bytes, so nothing is lost by doing it again beside.
            string again = to.In("again.sqlite");
            File.Delete(again);
            StudyJoint joint = StudyMerge.Join(files, again);
            using (StudyResults before = StudyResults.Open(to.Finished))
            {
                if (joint.Problems.Count == 0 && joint.Digest != before.Digest) joint = joint with { Problems = [$"'{to.Finished}' is there already and holds other numbers; name another folder with --out"] };
            }

            File.Delete(again);
            return joint.Problems.Count > 0 ? Refuse(joint, around) : StudyFindingsFiles.Write(to, 0, 0.0, json, around);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Refuse(failure.Message, around);
        }
    }

    private static int Join(string[] files, StudyFolder to, bool json, Surroundings around)
    {
        StudyJoint joint = StudyMerge.Join(files, to.Finished);
        return joint.Problems.Count > 0 ? Refuse(joint, around) : StudyFindingsFiles.Write(to, 0, 0.0, json, around);
    }

    private static int Refuse(StudyJoint joint, Surroundings around)
    {
        foreach (string problem in joint.Problems) around.Error.WriteLine($"error: {Printable.Line(problem)}.");
        around.Error.WriteLine("Nothing was joined; the slices are as they were.");
        return ExitCodes.BadInput;
    }

    private static int Refuse(string sentence, Surroundings around)
    {
        around.Error.WriteLine($"error: {Printable.Line(sentence)}");
        return ExitCodes.BadInput;
    }
}
