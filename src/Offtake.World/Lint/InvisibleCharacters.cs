using System.Globalization;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>A cell shows what it holds: no control characters, no marks that turn the direction of writing, and line breaks only where sentences stand.</summary>
internal static class InvisibleCharacters
{
    private static readonly HashSet<string> Sentences = new(["title", "owner", "note", "reason", "statement", "checked_by"], StringComparer.Ordinal);

    public static void Check(WorldDraft world)
    {
        foreach (TableShape shape in WorldShapes.All)
            foreach (Row row in world[shape].Rows)
                foreach (string column in world[shape].Columns)
                    if (row.Text(column) is { Length: > 0 } text && text.FirstOrDefault(c => IsHidden(c) && !(c is '\n' or '\r' && Sentences.Contains(column))) is var found and not '\0')
                        world.Problems.Error(
                            row.At, $"'{column}' holds a character that cannot be seen (U+{(int)found:X4}):", text, null,
                            found is '\n' or '\r' ? "write the cell on one line" : "type the cell anew, or paste it as plain text");
    }

    /// <summary>Whether a character shows nothing by itself and may change how others are shown.</summary>
    public static bool IsHidden(char c) => char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
