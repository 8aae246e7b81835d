namespace Offtake.World.Formats;

/// <summary>What describes the files of institutions and scenarios, by the name of the file it goes into. All of it is made from the rules that read them.</summary>
public static class FileFormats
{
    /// <summary>Schema of <c>institutions/*.yaml</c>.</summary>
    public const string InstitutionSchema = "institution.schema.json";

    /// <summary>Schema of <c>scenarios/*/scenario.yaml</c>.</summary>
    public const string ScenarioSchema = "scenario.schema.json";

    /// <summary>The page about institutions for readers.</summary>
    public const string InstitutionReference = "institution-format.md";

    /// <summary>Every file with its text, in UTF-8 with plain line ends.</summary>
    public static IReadOnlyList<(string Name, string Text)> All =>
        [(InstitutionSchema, EditorSchema.OfInstitutions()), (ScenarioSchema, EditorSchema.OfScenarios()), (InstitutionReference, InstitutionPage.Text())];
}
