namespace Offtake.Tests.World.Mutations;

/// <summary>A mutation that passes for a reason.</summary>
/// <param name="Table">Tables, separated by blanks; <c>*</c> for all.</param>
/// <param name="Column">Columns, separated by blanks; <c>*</c> for all, with an ending for all that end so.</param>
/// <param name="Mutation">Mutations, separated by semicolons; <c>*</c> for all.</param>
/// <param name="Reason">Why nothing need be said.</param>
internal sealed record SilentPass(string Table, string Column, string Mutation, string Reason)
{
    public static IReadOnlyList<SilentPass> All { get; } =
    [
        // Sentences and proper names: any text may stand there, and nothing is computed from it.
        new("*", "title note reason statement checked_by owner publisher address licence", "number for a word; unknown word; misspelt word; misspelt name; capital letter; path", "free text for readers"),
        new("*", "title note reason statement checked_by owner", "line break", "sentences may run over several lines"),
        new("*", "note address licence checked_by", "empty", "optional for readers"),
        new("claims", "system kind unit period quantity", "*", "a claim is quoted as it was found; nothing is computed from it"),
        new("claims", "id", "misspelt name; path; unknown word; number for a word; capital letter", "an id of a claim is that of the document it was found in; nothing refers to it"),

        new("claims", "drives", "empty; misspelt word; misspelt name; capital letter; unknown word", "a claim may drive nothing; a pattern that fits no number is an error once all scenarios are read ('offtake check')"),
        new("plans", "kind who target unit definition id", "*", "a plan is quoted as it was announced; another kind or definition is another one"),
        new("plans", "realised", "empty", "open"),
        new("plans", "better met_at of in", "empty", "a figure to reach; in full; all there are; everywhere: as outcomes of studies have it (docs/evidence.md)"),

        // Words from no list: they group rows of reports.
        new("commodities processes", "stage", "unknown word; number for a word; path; misspelt name; misspelt word; capital letter", "a new stage is a stage; one written nearly like another is a warning (LonelyNames) where the other stands twice"),
        new("observed", "variable", "misspelt word; unknown word; number for a word; path", "a variable that the model has not is kept as evidence; a near miss is a warning (LonelyNames) where the other stands twice"),
        new("observed", "subject", "misspelt word; misspelt name; unknown word; number for a word; path; capital letter", "a subject that the model has not is kept as evidence; a near miss is a warning (LonelyNames)"),
        new("assumptions parameters recipes observed calendar commodities", "unit", "unknown word; misspelt word; letters for a number; path", "a unit is words; only another scale, currency or span of time, or a number, is told"),

        new("observed", "unit", "*", "outcomes are kept as they were found, in units of their own; a figure in another unit than the model's is not compared"),
        new("research treasury", "unit", "*", "the row's id says what is counted; the unit stands beside it for readers"),

        new("residues", "residue", "misspelt word; unknown word; misspelt name", "a new residue is a residue; one written nearly like another stands in the report beside it"),

        // Names nobody refers to, in these worlds.
        new("calendar facilities uses observed innovations", "id", "misspelt name; unknown word", "a new name is as good as the old one where nothing refers to it"),

        // Absent on purpose: docs/world-format.md marks these columns with a question mark.
        new("calendar", "end", "empty", "open-ended"),
        new("commodities", "disposal_cover", "empty", "nobody disposes of it"),
        new("facilities innovations uses", "city ends starts driver season", "empty", "in no city; for good; running; undated; alike in all months"),
        new("seasons", "id", "misspelt name; unknown word", "told of the season that has too few months; which it was meant to be is not known"),
        new("processes", "lead_months", "empty", "the usual lead time"),
        new("markets", "floor_share price_usd_per_unit", "empty", "no floor; landed from the main supplier"),
        new("recipes", "element elasticity thrift closes unit", "empty", "all elements; none; none; no; unit of the commodity"),
        new("observed", "subject low high standing", "empty; half a range", "none asked for; a bound on one side; predicted"),
        new("parameters research treasury", "distribution", "empty", "the spread that the kind of the source implies"),
        new("*", "*_source", "empty", "the witness is then that of the row's source; without either it is an error (ShippedWorldTests)"),
        new("*", "source", "empty", "where every number of the row is an assumption or names its own source; a number without any is an error (ShippedWorldTests)"),
    ];

    public bool Covers(Spoilt spoilt) =>
        Names(Table, ' ', spoilt.Sheet.Name[..^4]) && Names(Column, ' ', spoilt.Column) && Names(Mutation, ';', spoilt.Mutation);

    private static bool Names(string list, char separator, string name) =>
        list == "*" || (list[0] == '*' && name.EndsWith(list[1..], StringComparison.Ordinal)) || list.Split(separator, StringSplitOptions.TrimEntries).Contains(name);
}
