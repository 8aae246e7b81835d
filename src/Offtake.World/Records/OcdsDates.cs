using System.Text.Json.Nodes;
using Offtake.Model.Quantities;
using static Offtake.World.Records.OcdsText;

namespace Offtake.World.Records;

/// <summary>When something was bought: the day the contract was signed, else that of the award, else the month in which it was first published.</summary>
internal static class OcdsDates
{
    private static readonly Month Earliest = Month.Of(1901, 1);

    /// <summary>The month of a purchase, and all the months it may belong to.</summary>
    /// <returns>The month is null where a compiled release states no date: its own date is that of its last change.</returns>
    public static (Period? Months, Period Span) Of(OcdsProcess process, string stage, JsonObject dated, JsonObject? award, ISet<string> remarks)
    {
        Month[] own = [.. new[] { One(dated, "dateSigned"), One(dated, "date"), One(award, "date") }.SelectMany(MonthIn)];
        Month[] term = [.. new[] { dated["period"], dated["contractPeriod"], award?["contractPeriod"] }.OfType<JsonObject>().SelectMany(t => MonthIn(One(t, "startDate")).Concat(MonthIn(One(t, "endDate"))))];
        if (own.Length > 0) return (new Period(own[0], own[0]), new Period(own.Concat(term).Min(), own.Concat(term).Max()));
        (Month? first, Month last) = process.Published(stage == "tender" ? stage : stage + "s", OcdsMerge.IdOf(dated));
        Period span = new(Earliest, term.Append(last).Max());
        if (first != last)
        {
            remarks.Add("Some awards and contracts of compiled releases are not dated; when they were made cannot be said.");
            return (null, span);
        }

        if (stage != "tender") remarks.Add("Where neither contract nor award is dated, the month in which it was first published stands for it; it may have been made earlier.");
        return (new Period(last, last), span);
    }

    private static IEnumerable<Month> MonthIn(string text) => text.Length > 0 && OcdsRelease.IsDate(text, out DateTimeOffset date) ? [OcdsProcess.MonthOf(date)] : [];
}
