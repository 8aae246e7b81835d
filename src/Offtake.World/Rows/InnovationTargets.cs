using Offtake.Model.Chain;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads what a project is about: the column <c>on</c>, which means a commodity, a residue or a facility by effect.</summary>
internal static class InnovationTargets
{
    /// <summary>The index, or null where the effect needs or has none.</summary>
    public static int? Read(Row row, InnovationEffect effect, int process, WorldDraft world)
    {
        string on = row.Text("on");
        if (effect == InnovationEffect.Cost)
        {
            if (on.Length > 0) world.Problems.Error(row.At, "'on' is stated for an effect on cost:", on, null, "leave it empty: cost is that of the process");
            return null;
        }

        if (on.Length == 0)
        {
            if (effect == InnovationEffect.Recovery) return null;
            world.Problems.Error(row.At, $"an effect on {EnumText.Of(effect)} does not say on what", null, null, $"name {Noun(effect)} in 'on'");
            return NameList.Nowhere;
        }

        return effect switch
        {
            InnovationEffect.Residue => Residue(row, process, world),
            InnovationEffect.Capacity => Facility(row, process, world),
            _ => Commodity(row, effect, process, world),
        };
    }

    private static string Noun(InnovationEffect effect) => effect switch
    {
        InnovationEffect.Residue => "a residue of the process",
        InnovationEffect.Capacity => "a facility of the process",
        InnovationEffect.Recovery => "an output of the process",
        _ => "an input of the process",
    };

    private static int Commodity(Row row, InnovationEffect effect, int process, WorldDraft world)
    {
        int commodity = row.Refer("on", world.CommodityNames);
        if (commodity == NameList.Nowhere || process == NameList.Nowhere) return commodity;
        Process of = world.Processes[process];
        bool isRecovery = effect == InnovationEffect.Recovery;
        int[] known = isRecovery ? [.. of.Shares.Select(s => s.Commodity).Distinct()] : [.. of.Inputs.Select(i => i.Commodity)];
        if (isRecovery && of.IsExtraction)
            world.Problems.Error(row.At, "'on' is stated for the recovery of a mine:", row.Text("on"), null, "leave it empty: a mine recovers its whole basket");
        else if (!isRecovery && of.Drive != Drive.Orders)
            world.Problems.Error(
                row.At, $"process '{of.Id}' takes what comes; its input rate cannot fall:", row.Text("on"), null, "aim it at recovery or cost");
        else if (!known.Contains(commodity)) Refuse(row, effect, of.Id, known.Select(c => world.CommodityNames.Names[c]), world);
        return commodity;
    }

    private static int Residue(Row row, int process, WorldDraft world)
    {
        if (world.Residues is not { } inventory)
        {
            world.Problems.Error(row.At, "a project aims at a residue, but there is no table of residues:", row.Text("on"), null, "add residues.csv");
            return NameList.Nowhere;
        }

        int residue = inventory.Residues.ToList().FindIndex(r => r.Id == row.Text("on"));
        string[] known = [.. inventory.Rates.Where(r => r.Process == process && r.Residue != NameList.Nowhere).Select(r => inventory.Residues[r.Residue].Id).Distinct()];
        if (process != NameList.Nowhere && !known.Contains(row.Text("on"))) Refuse(row, InnovationEffect.Residue, world.ProcessNames.Names[process], known, world);
        return residue;
    }

    private static int Facility(Row row, int process, WorldDraft world)
    {
        int facility = row.Refer("on", world.FacilityNames);
        if (facility == NameList.Nowhere) return facility;
        Facility enabled = world.Facilities[facility];
        if (process != NameList.Nowhere && enabled.Process != NameList.Nowhere && enabled.Process != process)
            world.Problems.Error(
                row.At, $"the facility runs process '{world.ProcessNames.Names[enabled.Process]}', the project aims at", row.Text("aims_at"), null,
                "correct 'aims_at' or 'on'");
        if (enabled.Starts is null)
            world.Problems.Error(
                row.At, "a facility that waits for a project has no 'starts':", enabled.Id, "the earliest month it could run",
                "state that month in facilities.csv; the project decides whether and when it comes after that");
        if (enabled.IsExpandable)
            world.Problems.Error(row.At, "a facility that waits for a project may not be expandable:", enabled.Id, "no", "write no in 'expandable': the project decides");
        if (world[WorldShapes.Innovations].Rows.First(r => r.Text("effect") == row.Text("effect") && r.Text("on") == row.Text("on")) is var first && first.At != row.At)
            world.Problems.Error(row.At, $"a facility waits for two projects ({first.At}):", enabled.Id, "one project", "drop one of them");
        return facility;
    }

    private static void Refuse(Row row, InnovationEffect effect, string process, IEnumerable<string> known, WorldDraft world) => world.Problems.Error(
        row.At, $"'on' is not {Noun(effect)} '{process}':", row.Text("on"), null, NearestName.Remedy(row.Text("on"), [.. known]));
}
