using Offtake.Analysis;
using Offtake.PlainText;
using Offtake.World;

namespace Offtake.Cli.Analyse;

/// <summary>Lowest and highest value of every input, from a table with the columns name, low and high.</summary>
internal sealed record InputRanges(IReadOnlyList<string> Names, IReadOnlyList<(double Low, double High)> Ranges)
{
    /// <summary>Reads them, or says everything that is wrong.</summary>
    public static InputRanges? Read(string folder, string file, List<Problem> problems)
    {
        int before = problems.Count;
        if (CsvTable.Read(folder, file, problems) is not { } table) return null;
        CsvColumns columns = new(table, ["name"], problems);
        Column? names = columns.Find("name", file), low = columns.FindNumbers("low", file, "a bound"), high = columns.FindNumbers("high", file, "a bound");
        if (problems.Count > before) return null;
        string[] all = [.. names!.Values.Select(v => names.Categories![(int)v])];
        for (int r = 0; r < all.Length; r++)
        {
            if (!(low!.Values[r] < high!.Values[r])) problems.Add(new Problem(Severity.Error, file, table.LineOf(r), null, $"the low of '{all[r]}' is not below its high", null, null, "exchange them, or leave out what does not vary"));
            if (all.Take(r).Contains(all[r])) problems.Add(new Problem(Severity.Error, file, table.LineOf(r), null, "this input stands there twice:", all[r], null, "name it once"));
        }

        return problems.Count > before ? null : new InputRanges(all, [.. all.Select((_, r) => (low!.Values[r], high!.Values[r]))]);
    }

    /// <summary>Those of one input, or null after telling that there are none.</summary>
    public (double Low, double High)? Of(string name, string file, List<Problem> problems)
    {
        int place = Names.ToList().IndexOf(name);
        if (place >= 0) return Ranges[place];
        problems.Add(new Problem(Severity.Error, file, 0, null, "there is no range for input", name, null, NearestName.Remedy(name, [.. Names])));
        return null;
    }
}
