using Offtake.World.Scenarios;
using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.World.Formats;
using Offtake.World.Tables;

namespace Offtake.World.Institutions;

/// <summary>The keys of an institution's file. They are read, described and handed to editors from here.</summary>
internal static class InstitutionFormat
{
    /// <summary>A number with its own range or witness.</summary>
    public static readonly FileMap Number = new(
        "a number",
        new FileKey("value", KeyForm.Text, "the number, with its unit", true),
        new FileKey("low", KeyForm.Text, "lower end of its range"),
        new FileKey("high", KeyForm.Text, "upper end of its range"),
        Source,
        Assumption);

    /// <summary>The whole file.</summary>
    public static readonly FileMap Root = new(
        "the file",
        new FileKey("institution", KeyForm.Id, "its id, the name of the file", true),
        new FileKey("title", KeyForm.Text, "name for readers", true),
        new FileKey("claims", KeyForm.Texts, "ids of the world's claims that it makes executable"),
        new FileKey("mandate", KeyForm.Map, "what it answers for", true)
        {
            Map = new(
                "mandate",
                new FileKey("chain", KeyForm.Text, "the chain it looks after, in its own words; nothing computes with it", true),
                new FileKey("targets", KeyForm.Maps, "what is to be reached")
                {
                    Map = new(
                        "targets",
                        new FileKey("measure", KeyForm.Id, "id of a statistic under `sight`", true),
                        new FileKey("attain", KeyForm.Number, "the statistic is to be at least this; exactly one of `attain` and `hold-below`"),
                        new FileKey("hold-below", KeyForm.Number, "the statistic is to be at most this"),
                        Source,
                        Assumption),
                }),
        },
        new FileKey("sight", KeyForm.Maps, "the statistics it sees; whoever has targets needs them")
        {
            Map = new(
                "sight",
                new FileKey("id", KeyForm.Id, "how targets name it; left out, the name of the statistic"),
                new FileKey("statistic", KeyForm.Word, "what is counted", true) { Words = EnumText.All<StatisticKind>() },
                new FileKey("of", KeyForm.Texts, "of what; `*` stands for any letters", true),
                new FileKey("lag", KeyForm.Number, "months between the end of the month counted and its arrival", true),
                new FileKey("noise", KeyForm.Number, "standard deviation of the error, as a share of the figure", true),
                new FileKey("reporting-bias", KeyForm.Number, "share by which the figure is reported too good", true),
                Source),
        },
        new FileKey("reach", KeyForm.Maps, "the levers it may pull", true)
        {
            Map = new(
                "reach",
                [
                    new FileKey("id", KeyForm.Id, "its id within the institution", true),
                    new FileKey("title", KeyForm.Text, "name for readers", true),
                    new FileKey("instrument", KeyForm.Word, "which lever", true) { Words = InstrumentRules.OfInstitutions },
                    new FileKey("on", KeyForm.Texts, "what it acts on; `*` stands for any letters", true),
                    new FileKey("at-most", KeyForm.Number, "strength when pulled in full, as announced", true),
                    new FileKey("unit", KeyForm.Text, "unit of the strength, in words", true),
                    .. TermRules.All.Select(t => new FileKey(t.Name, KeyForm.Number, t.Meaning)),
                    new FileKey(TermRules.Payer, KeyForm.Text, "who pays, `city:` or `region:`; left out, the treasury of the region of its first target"),
                    Source,
                ]),
        },
        new FileKey("tempo", KeyForm.Map, "when it decides", true)
        {
            Map = new(
                "tempo",
                new FileKey("decides", KeyForm.Word, "how often, such as `quarterly` or `every 5 months`", true) { Words = [.. TempoText.Words.Keys], Pattern = TempoText.Every },
                new FileKey("delay", KeyForm.Number, "months from decision to effect", true),
                new FileKey("from", KeyForm.Month, "first month it decides in", true),
                new FileKey("until", KeyForm.Month, "last month in which its orders stand; left out, no end"),
                Source,
                Assumption),
        },
        new FileKey("grip", KeyForm.Map, "how much of an order is carried out", true)
        {
            Map = new("grip", new FileKey("compliance", KeyForm.Number, "share that is carried out", true), Source, Assumption),
        },
        new FileKey("rule", KeyForm.Word, "how it turns what it sees into orders", true) { Words = [.. RuleForm.All.Select(r => r.Name)] },
        new FileKey("gain", KeyForm.Number, "of `close-the-gap`: change of the pull a month per unit of relative shortfall; of `target-sprint`: pull per unit of relative shortfall"),
        new FileKey("schedule", KeyForm.Maps, "of `schedule`: pulls from months on")
        {
            Map = new(
                "schedule",
                new FileKey("from", KeyForm.Month, "from which month", true),
                new FileKey("pull", KeyForm.Number, "share of reach, 0 to 1", true),
                Source,
                Assumption),
        },
        new FileKey("sprint-months", KeyForm.Plain, "of `target-sprint`: the last months of the year, 1 to 12"),
        new FileKey("lasts", KeyForm.Number, "of `retaliation`: months an answer stands after its cause has gone"),
        new FileKey("cny-per-usd", KeyForm.Number, "what amounts in CNY are divided by, at its central value; without it they are refused"),
        new FileKey("source", KeyForm.Texts, "witness of every number in the file that names none nearer"),
        new FileKey("sources", KeyForm.Maps, "sources of its own, beside the world's")
        {
            Map = new(
                "sources",
                new FileKey("id", KeyForm.Id, "by which numbers name it", true),
                new FileKey("publisher", KeyForm.Text, "the house that answers for it", true),
                new FileKey("year", KeyForm.Text, "year of publication, or n.d.", true),
                new FileKey("kind", KeyForm.Word, "how it came to know", true) { Words = [.. EnumText.All<SourceKind>().Where(k => k != "assumption")] },
                new FileKey("title", KeyForm.Text, "what it is called", true),
                new FileKey("address", KeyForm.Text, "where it can be found"),
                new FileKey("licence", KeyForm.Text, "the terms under which its figures may be shown")),
        },
        new FileKey("assumptions", KeyForm.Maps, "assumptions of its own, beside the world's")
        {
            Map = new(
                "assumptions",
                new FileKey("id", KeyForm.Id, "by which numbers name it, there with a leading `@`", true),
                new FileKey("value", KeyForm.Plain, "the central value", true),
                new FileKey("low", KeyForm.Plain, "lower end of its range"),
                new FileKey("high", KeyForm.Plain, "upper end of its range"),
                new FileKey("unit", KeyForm.Text, "unit of value and range", true),
                new FileKey("distribution", KeyForm.Word, "left out, triangular with a range and fixed without") { Words = ["uniform", "triangular", "lognormal", "fixed"] },
                new FileKey("reason", KeyForm.Text, "why this value, and what would settle it", true)),
        });

    private static FileKey Source => new("source", KeyForm.Texts, "witness of the numbers here that name none nearer");

    private static FileKey Assumption => new("assumption", KeyForm.Text, "id of an assumption inside whose range the number here is chosen; it is then not drawn");
}
