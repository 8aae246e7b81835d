using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Scenarios;
using Offtake.World.Tables;
using Offtake.World.Yaml;

namespace Offtake.World.Institutions;

/// <summary>One institution as read from its file, right or wrong, with the places of what may be compared with others.</summary>
/// <param name="Institution">The institution.</param>
/// <param name="LeverPlaces">Where its levers stand, in their order.</param>
/// <param name="RuleAt">Where its rule is tuned.</param>
internal sealed record InstitutionDraft(Institution Institution, IReadOnlyList<Place> LeverPlaces, Place RuleAt)
{
    private const double LongestLag = 120.0;

    /// <summary>Its levers as owners of what they act on, while it is at work.</summary>
    public IEnumerable<Ownership> Ownerships => Institution.Tempo.From == default ? [] : Institution.Reach.Select((lever, i) => new Ownership(
        $"{Institution.Id}/{lever.Id}", lever.Instrument, lever.Targets, Institution.Tempo.From, Institution.Tempo.Until, LeverPlaces[i]));

    /// <summary>Reads a file; what is wrong has been reported.</summary>
    public static InstitutionDraft Read(InstitutionFile file, OwnEvidence own, WorldDraft world)
    {
        YamlMap map = file.Map;
        FileNumbers numbers = new(map, file.Id, own, world);
        IReadOnlyList<string> claims = ClaimsOf(map, world);
        SightRows sight = SightRows.Read(map, numbers, world);
        Mandate mandate = MandateRows.Read(map, sight, numbers, world.Problems);
        IReadOnlyList<(ReachedInstrument Lever, Place At)> reach = new ReachRows(map, file.Id, numbers, world).Read();
        Tempo tempo = TempoOf(map, numbers, world);
        YamlMap? grip = map.Map("grip", InstitutionFormat.Root.At("grip"));
        Grip held = new(numbers.Number(grip, "compliance", "grip/compliance", NumberKind.Share));
        DecisionRule rule = new RuleText(map, file.Id, numbers, tempo, world).Read(mandate);
        Institution institution = new(file.Id, map.TextOrNull("title") ?? "", claims, mandate, sight.Seen, [.. reach.Select(r => r.Lever)], tempo, held, rule);
        return new InstitutionDraft(institution, [.. reach.Select(r => r.At)], map.PlaceOf(map.Has("gain") ? "gain" : "rule"));
    }

    private static List<string> ClaimsOf(YamlMap map, WorldDraft world)
    {
        string[] known = [.. world.Claims.Select(c => c.Id)];
        List<string> claims = [];
        foreach ((string id, Place at) in map.List("claims"))
        {
            if (claims.Contains(id)) world.Problems.Error(at, "repeated claim", id, null, "name every claim once");
            else if (known.Contains(id)) claims.Add(id);
            else if (world[WorldShapes.Claims].IsComplete) world.Problems.Error(at, "unknown claim", id, null, NearestName.Remedy(id, known));
        }

        return claims;
    }

    private static Tempo TempoOf(YamlMap map, FileNumbers numbers, WorldDraft world)
    {
        ProblemList problems = world.Problems;
        if (map.Map("tempo", InstitutionFormat.Root.At("tempo")) is not { } tempo) return new Tempo(1, WitnessBook.Unread, default, null);
        int months = tempo.TextOrNull("decides") is { } text ? TempoText.Read(text, tempo.PlaceOf("decides"), problems) ?? 1 : 1;
        Parameter delay = numbers.Number(tempo, "delay", "tempo/delay", new NumberKind("months", 0.0, LongestLag));
        Month from = tempo.MonthOrNull("from") ?? default;
        Month? until = tempo.MonthOrNull("until");
        if (world.Text != WorldText.None && from > world.Text.Last)
            problems.Error(tempo.PlaceOf("from"), "the institution begins after the last month of the world:", $"{from}", $"up to {world.Text.Last}", "choose an earlier month, or do without the institution");
        if (until is { } last && from != default && last < from)
            problems.Error(tempo.PlaceOf("until"), $"the institution ends before it begins ({from}):", $"{last}", $"{from} or later", "correct one of the months");
        return new Tempo(months, delay, from, until);
    }
}
