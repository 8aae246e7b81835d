using Offtake.World.Files;
using Offtake.World.Problems;

namespace Offtake.World.Records;

/// <summary>Knows tables of trade as others publish them, to say how their columns become ours. It reads no such table.</summary>
internal static class ForeignColumns
{
    // Column names of exports of UN Comtrade, https://comtradeplus.un.org; which of ours each becomes.
    private static readonly (string Theirs, string Ours)[] Comtrade =
        [("reporterDesc", "reporter"), ("partnerDesc", "partner"), ("cmdCode", "hs"), ("flowDesc", "flow"), ("period", "period (202403 as 2024-03)"), ("netWgt", "tonnes (kg / 1000)"), ("primaryValue", "usd")];

    /// <summary>Whether the table is of another shape that is known, which has then been reported.</summary>
    public static bool Refuse(TextFile file, RecordForm form, ProblemList problems)
    {
        string header = file.Text.Split('\n', 2)[0].Trim();
        string[] names = [.. header.Split(',', ';', '\t').Select(n => n.Trim().Trim('"'))];
        if (form != RecordForm.Trade || Comtrade.Count(c => names.Contains(c.Theirs, StringComparer.OrdinalIgnoreCase)) < 4) return false;
        problems.Error(
            new Place(file.Label, 1), "these are columns of UN Comtrade:", header.Length > 120 ? header[..120] + "…" : header, "reporter,partner,hs,flow,period,tonnes,usd,source",
            $"rename {string.Join(", ", Comtrade.Select(c => $"{c.Theirs} to {c.Ours}"))}; add 'source'; leave out rows that repeat others by partner2, customs or transport");
        return true;
    }
}
