using Offtake.Model.Governance;
using Offtake.Model.Scenarios;
using Offtake.World.Formats;
using Offtake.World.Tables;

namespace Offtake.World.Scenarios;

/// <summary>The keys of a scenario's file. A scenario that extends another needs only what differs, so that few keys must be there.</summary>
internal static class ScenarioFormat
{
    /// <summary>The whole file.</summary>
    public static readonly FileMap Root = new(
        "the file",
        new FileKey("scenario", KeyForm.Id, "its id, the name of the folder", true),
        new FileKey("title", KeyForm.Text, "name for readers"),
        new FileKey("world", KeyForm.Id, "the world it is about"),
        new FileKey("worlds", KeyForm.Texts, "several worlds joined"),
        new FileKey("behaviour-of", KeyForm.Id, "the joined world whose behaviour holds"),
        new FileKey("extends", KeyForm.Id, "the scenario it starts from"),
        new FileKey("calendar", KeyForm.Word, "which measures of the world's calendar hold") { Words = ["as-enacted", "none"] },
        new FileKey("without", KeyForm.Texts, "ids of measures it does without"),
        new FileKey("measures", KeyForm.Maps, "measures it adds")
        {
            Map = new(
                "measures",
                new FileKey("id", KeyForm.Id, "its id", true),
                new FileKey("title", KeyForm.Text, "name for readers", true),
                new FileKey("instrument", KeyForm.Word, "which lever", true) { Words = [.. EnumText.All<InstrumentKind>().Where(IsDated)] },
                new FileKey("on", KeyForm.Texts, "what it acts on; `*` stands for any letters", true),
                new FileKey("strength", KeyForm.Plain, "how strong it is, in its unit; left out, the value of the assumption"),
                new FileKey("unit", KeyForm.Text, "unit of the strength, in words", true),
                new FileKey("enacted", KeyForm.Month, "month it became law", true),
                new FileKey("start", KeyForm.Month, "first month in force", true),
                new FileKey("end", KeyForm.Month, "last month in force; left out, no end"),
                new FileKey("source", KeyForm.Texts, "who vouches for the strength; one of `source` and `assumption`"),
                new FileKey("assumption", KeyForm.Text, "id of the assumption the strength rests on")),
        },
        new FileKey("institutions", KeyForm.Texts, "ids of institutions that decide during the run; they add up along `extends`"),
        new FileKey("without-institutions", KeyForm.Texts, "ids of institutions of what it extends that it does without"),
        new FileKey("programmes-until", KeyForm.Month, "month in which all institutions end that would go on longer"),
        new FileKey("from", KeyForm.Month, "first month to show"),
        new FileKey("until", KeyForm.Month, "last month to walk"),
        new FileKey("price-rule", KeyForm.Word, "how sellers form posted prices") { Words = EnumText.All<PriceRule>() });

    private static bool IsDated(string instrument) => EnumText.TryParse(instrument, out InstrumentKind kind) && !InstrumentRule.Of(kind).IsOfInstitutions;
}
