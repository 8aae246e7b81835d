using Offtake.Model.Chain;
using Offtake.World.Problems;
using Offtake.World.Yaml;

namespace Offtake.World.Studies;

/// <summary>One of the outcomes that a row with <c>each-of</c> or <c>each-in</c> stands for; for any other row the row itself.</summary>
/// <param name="Subject">The entry of <c>each-of</c>, if there is one.</param>
/// <param name="Region">The entry of <c>each-in</c>, if there is one.</param>
/// <param name="SubjectTitle">Its name for readers.</param>
/// <param name="RegionTitle">Its name for readers.</param>
internal sealed record OutcomeMember((string Text, Place At)? Subject, (string Text, Place At)? Region, string SubjectTitle, string RegionTitle)
{
    private const string OfHole = "{of}";
    private const string InHole = "{in}";

    /// <summary>Whether the row stands for several.</summary>
    public bool IsOneOfMany => Subject is not null || Region is not null;

    /// <summary>All members of a row.</summary>
    public static IReadOnlyList<OutcomeMember> Of(YamlMap map, StudyDraft study)
    {
        foreach ((string many, string one) in new[] { ("each-of", "of"), ("each-in", "in") })
        {
            if (map.Has(many) && map.Has(one)) study.Problems.Error(map.PlaceOf(many), $"a row states both '{many}' and '{one}'", null, "one of the two", "keep the one that is meant");
        }

        (string, Place)?[] subjects = map.Has("each-of") ? [.. map.List("each-of").Select(e => ((string, Place)?)e)] : [null];
        (string, Place)?[] regions = map.Has("each-in") ? [.. map.List("each-in").Select(e => ((string, Place)?)e)] : [null];
        ValueChain? chain = study.Scenarios.Count > 0 ? study.Scenarios[0].Chain : null;
        return [.. subjects.SelectMany(s => regions.Select(r => new OutcomeMember(s, r, TitleOf(chain, s?.Item1), TitleOf(chain, r?.Item1))))];
    }

    /// <summary>What the variable is of.</summary>
    public IReadOnlyList<(string Text, Place At)> Of(YamlMap map) => Subject is { } one ? [one] : map.List("of");

    /// <summary>Where it is looked at.</summary>
    public IReadOnlyList<(string Text, Place At)> In(YamlMap map) => Region is { } one ? [one] : map.List("in");

    /// <summary>The id of this member.</summary>
    public string Named(string id) => id.Length == 0 ? id : string.Join('-', new[] { id, Subject?.Text, Region?.Text }.OfType<string>());

    /// <summary>A title with the names of this member in its holes.</summary>
    public string Titled(string title) => title.Replace(OfHole, SubjectTitle, StringComparison.Ordinal).Replace(InHole, RegionTitle, StringComparison.Ordinal);

    /// <summary>An id with those of this member in its holes.</summary>
    public string Filled(string id) => id.Replace(OfHole, Subject?.Text ?? "", StringComparison.Ordinal).Replace(InHole, Region?.Text ?? "", StringComparison.Ordinal);

    private static string TitleOf(ValueChain? chain, string? id) => id is null ? "" : chain is null ? id
        : chain.Commodities.Where(c => c.Id == id).Select(c => c.Title).Concat(chain.Regions.Where(r => r.Id == id).Select(r => r.Title)).Concat(chain.Cities.Where(c => c.Id == id).Select(c => c.Title))
            .Concat(chain.Uses.Where(u => u.Id == id).Select(u => u.Title)).Concat(chain.Processes.Where(p => p.Id == id).Select(p => p.Title)).Concat(chain.Facilities.Where(f => f.Id == id).Select(f => f.Title))
            .Concat((chain.Residues?.Residues ?? []).Where(r => r.Id == id).Select(r => r.Title)).FirstOrDefault(id);
}
