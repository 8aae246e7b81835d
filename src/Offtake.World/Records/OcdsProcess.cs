using System.Text.Json.Nodes;
using Offtake.Model.Quantities;

namespace Offtake.World.Records;

/// <summary>All that a file says about one contracting process, put together.</summary>
internal sealed class OcdsProcess
{
    private readonly List<(Month When, HashSet<string> Ids)> _published = [];
    private readonly Month? _since;
    private readonly Month _last;

    /// <summary>A process of its releases.</summary>
    /// <param name="ocid">Its id.</param>
    /// <param name="releases">Its releases in the order of their dates, a compiled one first.</param>
    /// <param name="since">The date of its first release that is known of.</param>
    public OcdsProcess(string ocid, IReadOnlyList<OcdsRelease> releases, DateTimeOffset? since)
    {
        Ocid = ocid;
        Address = releases[^1].Address;
        _last = MonthOf(releases[^1].Date);
        bool isCompiled = releases[0].IsCompiled;
        _since = since is { } first ? MonthOf(first) : null;
        if (isCompiled && _since > MonthOf(releases[0].Date)) _since = null;
        foreach (OcdsRelease release in releases)
        {
            JsonObject content = release.Content();
            if (!release.IsCompiled) _published.Add((MonthOf(release.Date), [.. Ids(content, "awards"), .. Ids(content, "contracts"), "tender"]));
            OcdsMerge.Into(Merged, content);
        }

        IsCompiled = isCompiled;
    }

    /// <summary>Its id.</summary>
    public string Ocid { get; }

    /// <summary>File, line and path of its last release.</summary>
    public string Address { get; }

    /// <summary>Whether it came put together: then nobody knows which release first said what.</summary>
    public bool IsCompiled { get; }

    /// <summary>Buyer, parties, tender, awards and contracts as the last release left them.</summary>
    public JsonObject Merged { get; } = [];

    /// <summary>In which months an award or contract was first published, which is when it was made or later.</summary>
    /// <param name="list"><c>awards</c>, <c>contracts</c> or <c>tender</c>.</param>
    /// <param name="id">Its id.</param>
    /// <returns>The months, the first one null when that is not known.</returns>
    public (Month? First, Month Last) Published(string list, string id)
    {
        if (IsCompiled) return (_since, _last);
        string key = list == "tender" ? list : $"{list}/{id}";
        foreach ((Month when, HashSet<string> ids) in _published)
            if (ids.Contains(key)) return (when, when);
        return (_last, _last);
    }

    /// <summary>The month that was written, whatever the zone.</summary>
    public static Month MonthOf(DateTimeOffset date) => Month.Of(date.Year, date.Month);

    private static IEnumerable<string> Ids(JsonObject content, string list) => OcdsText.Entries(content, list).Select(e => $"{list}/{OcdsMerge.IdOf(e)}");
}
