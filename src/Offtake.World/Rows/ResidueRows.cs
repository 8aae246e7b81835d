using Offtake.Model.Chain;
using Offtake.World.Lint;
using Offtake.World.Numbers;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads what processes leave behind. A residue is named in every row it has, and always by the same title and unit.</summary>
internal static class ResidueRows
{
    public static ResidueInventory? Read(WorldDraft world)
    {
        if (!world[WorldShapes.Residues].IsPresent) return null;
        List<(Residue Residue, Row First)> residues = [];
        List<ResidueRate> rates = [];
        foreach (Row row in world[WorldShapes.Residues].Rows)
        {
            Residue residue = new(row.Required("residue"), row.Required("title"), row.Required("unit"));
            PlainIds.Check(residue.Id, "residue", row.At, world.Problems);
            int index = residues.FindIndex(r => r.Residue.Id == residue.Id);
            if (index < 0)
            {
                index = residues.Count;
                residues.Add((residue, row));
            }
            else
            {
                Agree(row, residues[index].First, "title", world);
                Agree(row, residues[index].First, "unit", world);
            }

            rates.Add(new ResidueRate(
                row.Refer("process", world.ProcessNames),
                index,
                row.ReferOrNull("region", world.RegionNames),
                world.Book.Number(row, "amount_per_unit", NumberKind.AtLeastZero($"{residue.Unit} per unit of activity"))));
        }

        return new ResidueInventory([.. residues.Select(r => r.Residue)], rates);
    }

    private static void Agree(Row row, Row first, string column, WorldDraft world)
    {
        if (row.Text(column) == first.Text(column)) return;
        world.Problems.Error(
            row.At, $"'{column}' of residue '{row.Text("residue")}' differs from {first.At}:", row.Text(column), first.Text(column),
            "write it the same in every row, or give the residue another id");
    }
}
