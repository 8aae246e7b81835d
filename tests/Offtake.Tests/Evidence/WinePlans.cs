using Offtake.Tests.Cli;
using Offtake.Tests.Comparing;

namespace Offtake.Tests.Evidence;

/// <summary>A shipped world that can be walked, with plans of its own, in a shell's folder.</summary>
internal static class WinePlans
{
    private const string Head = "id,kind,who,target,unit,year_announced,period,announced,realised,better,definition,variable,of,in,statistic,factor,met_at,source\n";

    /// <summary>Puts the world there.</summary>
    /// <param name="shell">Whose folder it is.</param>
    /// <param name="rows">Rows of plans; each ends before the source, which is added.</param>
    public static Shell In(Shell shell, params string[] rows)
    {
        WineComparison.In(shell);
        if (rows.Length == 0) return shell;
        string package = shell["worlds/rice-wine/datapackage.json"];
        File.WriteAllText(package, File.ReadAllText(package).Replace("\"resources\": [", "\"resources\": [{\"name\": \"plans\", \"path\": \"plans.csv\"},", StringComparison.Ordinal));
        File.WriteAllText(shell["worlds/rice-wine/plans.csv"], Head + string.Concat(rows.Select(r => $"{r},huangjiu-listed-2024\n")));
        return shell;
    }
}
