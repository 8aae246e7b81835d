using Offtake.Model.Evidence;
using Offtake.World.Files;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Institutions;

/// <summary>Sources and assumptions that several institutions share, in tables of the same form as a world's. One assumption is one unknown, whoever's number rests on it.</summary>
internal static class SharedEvidence
{
    /// <summary>Reads what tables there are into the book of the world.</summary>
    /// <param name="folder">Where institutions are.</param>
    /// <param name="world">Takes evidence and problems.</param>
    /// <returns>The files, for the fingerprint.</returns>
    public static IReadOnlyList<TextFile> Read(Folder folder, WorldDraft world)
    {
        List<TextFile> files = [];
        if (Open(WorldShapes.Sources) is { } sourceRows)
        {
            foreach ((Source source, Row row) in EvidenceRows.Sources(sourceRows).Zip(sourceRows.Rows))
                Refuse(world.Book.Add(source, isShared: true), "source", source.Id, row);
        }

        if (Open(WorldShapes.Assumptions) is { } assumptionRows)
        {
            foreach ((Assumption assumption, Row row) in EvidenceRows.Assumptions(assumptionRows, world.Problems).Zip(assumptionRows.Rows))
                Refuse(world.Book.Add(assumption, isShared: true), "assumption", assumption.Id, row);
        }

        return files;

        Table? Open(TableShape shape)
        {
            if (!folder.Has(shape.File) || TextFile.Read(folder, shape.File, world.Problems) is not { } file) return null;
            files.Add(file with { Name = $"{InstitutionFile.FolderName}/{file.Name}" });
            return Table.Read(shape, file, folder.LabelOf(shape.File), world.Problems);
        }

        void Refuse(string? other, string noun, string id, Row row)
        {
            if (other is not null) world.Problems.Error(row.At, $"{noun} that the world states otherwise:", id, other, "state both alike, or rename one of them");
        }
    }
}
