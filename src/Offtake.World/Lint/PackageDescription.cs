using System.Text.Json;
using Offtake.World.Files;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>The Frictionless data package describes the tables there are, with the columns they have.</summary>
internal static class PackageDescription
{
    public static void Check(WorldDraft world)
    {
        Place file = new(world.Folder.LabelOf(WorldTables.PackageFile), 0);
        if (world.Files.FirstOrDefault(f => f.Name == WorldTables.PackageFile) is not { } package)
        {
            if (!world.Folder.Has(WorldTables.PackageFile))
                world.Problems.Warn(file, "the data package is missing", null, null, "add it, so that other programs can read the tables");
            return;
        }

        if (Read(package, world.Problems) is not { } columnsOf) return;
        foreach (TableShape shape in WorldShapes.All.Where(s => !s.IsOptional || world[s].IsPresent)) Compare(world[shape], columnsOf.GetValueOrDefault(shape.File), file, world.Problems);
        foreach (string path in columnsOf.Keys.Where(p => p != System.IO.Path.GetFileName(p)))
            world.Problems.Error(file, "the data package describes a file of another folder:", path, "names of files in this folder", "remove its resource");
        foreach (string path in columnsOf.Keys.Where(p => p == System.IO.Path.GetFileName(p) && !world.Folder.Has(p)))
            world.Problems.Warn(
                file, "the data package describes a file that is not there:", path, null, "remove its resource or add the file");
    }

    private static void Compare(Table table, string[]? described, Place file, ProblemList problems)
    {
        if (described is null) problems.Warn(file, "the data package does not describe", table.Shape.File, null, "add a resource for it");
        else if (described.Length > 0 && !described.SequenceEqual(table.Columns) && table.Columns.Count > 0)
            problems.Warn(
                file, $"the data package describes other columns of {table.Shape.File}:", string.Join(',', described),
                string.Join(',', table.Columns), "describe the columns there are, in their order");
    }

    private static Dictionary<string, string[]>? Read(TextFile package, ProblemList problems)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(package.Text);
            Dictionary<string, string[]> columnsOf = new(StringComparer.Ordinal);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("resources", out JsonElement resources)
                && resources.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement resource in resources.EnumerateArray())
                    if (TextOf(resource, "path") is { } path) columnsOf[path] = ColumnsOf(resource);
                return columnsOf;
            }

            problems.Error(
                new Place(package.Label, 1), "the data package has no list of resources", null, null,
                "add \"resources\": one entry a table");
        }
        catch (JsonException failure)
        {
            problems.Error(
                new Place(package.Label, (int)(failure.LineNumber ?? 0) + 1), "this is not JSON", null, null,
                "check commas, quotes and brackets near this line");
        }

        return null;
    }

    private static string[] ColumnsOf(JsonElement resource) =>
        resource.TryGetProperty("schema", out JsonElement schema) && schema.ValueKind == JsonValueKind.Object
            && schema.TryGetProperty("fields", out JsonElement fields) && fields.ValueKind == JsonValueKind.Array
            ? [.. fields.EnumerateArray().Select(f => TextOf(f, "name") ?? "")]
            : [];

    private static string? TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
