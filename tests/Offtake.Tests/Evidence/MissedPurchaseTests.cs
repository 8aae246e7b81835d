using System.Text.Json.Nodes;
using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.World;
using Offtake.World.Checking;
using Offtake.World.Records;

namespace Offtake.Tests.Evidence;

/// <summary>A purchase that a record holds never makes it deny one, however sparsely it is described.</summary>
public sealed class MissedPurchaseTests : IDisposable
{
    // A purchase of eight motors, described at every place the standard has for it.
    private const string Motors = """
        {"ocid":"o-1","id":"r1","date":"2026-04-10T00:00:00Z","tag":["contract"],
         "buyer":{"id":"B1","name":"Hill Works Office"},
         "parties":[{"id":"B1","name":"Hill Works Office","roles":["buyer"],"identifier":{"scheme":"X","id":"77","legalName":"Hill Works Office"},"address":{"region":"Hill"}},{"id":"S","name":"Seller","roles":["supplier"]}],
         "tender":{"id":"t","title":"Motors for pumps","status":"complete","procuringEntity":{"id":"B1","name":"Hill Works Office"},"items":[{"id":"1","description":"Motors","classification":{"scheme":"CPV","id":"31110000"},"quantity":8,"unit":{"name":"piece"},"relatedLot":"l"}],"lots":[{"id":"l","title":"Motors"}]},
         "awards":[{"id":"a","title":"Motors","status":"active","date":"2026-04-02","value":{"amount":800,"currency":"USD"},"relatedLots":["l"],"items":[{"id":"1","description":"Motors","classification":{"scheme":"CPV","id":"31110000"},"quantity":8,"unit":{"name":"piece"},"relatedLot":"l"}]}],
         "contracts":[{"id":"c","awardID":"a","title":"Motors","status":"active","dateSigned":"2026-04-05","value":{"amount":800,"currency":"USD"},"items":[{"id":"1","description":"Motors","classification":{"scheme":"CPV","id":"31110000"},"quantity":8,"unit":{"name":"piece"},"relatedLot":"l"}]}]}
        """;

    private readonly RecordFolder _records = new();

    public void Dispose() => _records.Dispose();

    private static string Chairs(string ocid, string date) => RecordFolder.Release(ocid, "r", date, "5").Replace("31110000", "39110000", StringComparison.Ordinal).Replace("Motor", "Chair", StringComparison.Ordinal);

    private static readonly RecordCheck Asked = new(
        "c", "t", "w", "HC-01", Aspect.Done, "r.json", RecordForm.Ocds, ["Hill Works*"], ["CPV:3111*", "Motors*"], [], ["contract", "award"],
        new Period(Month.Of(2026, 1), Month.Of(2026, 6)), Counted.Quantity, "piece", 8.0, null);

    private CheckOutcome? Judged(string release, RecordCheck? check = null)
    {
        Reading<RecordContent> reading = _records.Ocds($$"""{"releases":[{{Chairs("o-0", "2026-01-03")}},{{release}},{{Chairs("o-9", "2026-06-03")}}]}""");
        return reading.Succeeded ? RecordJudgement.Of(check ?? Asked, reading.Value!) : null;
    }

    private static string With(Action<JsonNode> change)
    {
        JsonNode release = JsonNode.Parse(Motors)!;
        change(release);
        return release.ToJsonString();
    }

    private static IEnumerable<string[]> Members(JsonNode? node, string[] path)
    {
        IEnumerable<(string Name, JsonNode? Value)> inside = node switch
        {
            JsonObject o => o.Select(m => (m.Key, m.Value)),
            JsonArray a => a.Select((e, i) => (i.ToString(System.Globalization.CultureInfo.InvariantCulture), e)),
            _ => [],
        };
        return inside.SelectMany(m => Members(m.Value, [.. path, m.Name]).Prepend([.. path, m.Name]));
    }

    private static void Drop(JsonNode release, string[] path, bool toNull)
    {
        JsonNode? node = release;
        foreach (string name in path[..^1]) node = node is JsonArray list ? (int.Parse(name, System.Globalization.CultureInfo.InvariantCulture) is var i && i < list.Count ? list[i] : null) : (node as JsonObject)?[name];
        if (node is JsonArray entries && int.Parse(path[^1], System.Globalization.CultureInfo.InvariantCulture) is var at && at < entries.Count) entries.RemoveAt(at);
        else if (node is JsonObject members && members.ContainsKey(path[^1]))
        {
            if (toNull) members[path[^1]] = null;
            else members.Remove(path[^1]);
        }
    }

    [Fact]
    public void As_it_stands_it_confirms_and_without_it_the_claim_is_disputed()
    {
        Assert.Equal((Verdict.Confirmed, 8.0), (Judged(Motors)!.Verdict, Judged(Motors)!.Sum));
        CheckOutcome without = Judged(Chairs("o-1", "2026-04-02"))!;
        Assert.Equal(Verdict.Disputed, without.Verdict);
        Assert.Contains("What they bought: 'Chair'", without.Arithmetic, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whatever_member_is_null_or_two_are_missing_a_purchase_is_never_denied(bool toNull)
    {
        string[][] members = [.. Members(JsonNode.Parse(Motors), [])];
        int judged = 0;
        for (int a = 0; a < members.Length; a++)
        {
            for (int b = a; b < (toNull ? a + 1 : members.Length); b++)
            {
                CheckOutcome? found = Judged(With(r => { Drop(r, members[b], toNull); Drop(r, members[a], toNull); }));
                if (found is null) continue;
                judged++;
                Assert.False(found.Verdict == Verdict.Disputed, $"without {string.Join('/', members[a])} and {string.Join('/', members[b])}: {found.Arithmetic}");
                Assert.True(found.Sum is 0.0 or 8.0, $"without {string.Join('/', members[a])} and {string.Join('/', members[b])}: {found.Arithmetic}");
            }
        }

        Assert.True(judged > (toNull ? 60 : 2_000), $"only {judged} could be read");
    }

    [Theory]
    [InlineData("contracts/0/status=pending;awards/0/status=pending", "award pending")]
    [InlineData("contracts/0/status=draft", "contract draft")]
    [InlineData("contracts/0/dateSigned=2026-09-01", "may or may not lie in 2026-H1")]
    [InlineData("buyer/name=Ministry;buyer/id=M;parties/0/roles/0=procuringEntity", "named in another role than buyer")]
    [InlineData("buyer/name=Hîll Wôrks 7;tender/procuringEntity=;parties=", "a buyer of a similar name")]
    [InlineData("buyer/name=Office of Hill Works;tender/procuringEntity=;parties=", "a buyer of a similar name")]
    [InlineData("contracts/0/items/0/description=Lot 1;contracts/0/items/0/classification=", "under a title that fits")]
    [InlineData("contracts/0/items/0/description=Electric motors;contracts/0/items/0/classification=", "something written similarly")]
    [InlineData("contracts/0/title=C1;awards/0/title=A1;tender/title=T1;tender/lots=;tender/items=;contracts/0/items/0/description=Goods;contracts/0/items/0/classification/id=31000000", "a coarser code that may hold it")]
    public void What_cannot_be_judged_is_named_and_leaves_the_claim_unverified(string changes, string told)
    {
        CheckOutcome found = Judged(With(release =>
        {
            foreach (string change in changes.Split(';'))
            {
                string[] path = change.Split('=')[0].Split('/');
                if (change.EndsWith('='))
                {
                    Drop(release, path, toNull: false);
                    continue;
                }

                JsonNode node = release;
                foreach (string name in path[..^1]) node = node is JsonArray list ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]! : node[name]!;
                if (node is JsonArray entries) entries[int.Parse(path[^1], System.Globalization.CultureInfo.InvariantCulture)] = change.Split('=')[1];
                else node[path[^1]] = change.Split('=')[1];
            }
        }))!;
        Assert.Equal(Verdict.Unverified, found.Verdict);
        Assert.Contains(told, found.Arithmetic, StringComparison.Ordinal);
        Assert.Equal("o-1", Assert.Single(found.Open).Id[..3]);
    }

    [Fact]
    public void A_scheme_that_the_record_does_not_use_cannot_deny_anything()
    {
        CheckOutcome found = Judged(Chairs("o-1", "2026-04-02"), Asked with { What = ["UNSPSC:2610*"] })!;
        Assert.Equal(Verdict.Unverified, found.Verdict);
        Assert.Contains("nothing to compare with what was asked for (3 rows)", found.Arithmetic, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_or_a_place_that_the_record_never_shows_cannot_deny_anything()
    {
        Assert.Equal(Verdict.Unverified, Judged(Chairs("o-1", "2026-04-02"), Asked with { Stages = ["contract"] })!.Verdict);
        Assert.Equal(Verdict.Unverified, Judged(Motors, Asked with { Where = ["Elsewhere"], What = ["Boats"] })!.Verdict);
    }

    [Fact]
    public void What_was_cancelled_is_counted_as_left_out_and_does_not_stand_in_the_way_of_a_denial()
    {
        CheckOutcome found = Judged(Motors.Replace("\"active\"", "\"cancelled\"", StringComparison.Ordinal))!;
        Assert.Equal(Verdict.Disputed, found.Verdict);
        Assert.Contains("award cancelled 1 left out", found.Arithmetic, StringComparison.Ordinal);
    }

    [Fact]
    public void A_purchase_cancelled_before_the_stage_asked_for_is_said_to_be_cancelled()
    {
        CheckOutcome found = Judged(Motors.Replace("\"active\"", "\"cancelled\"", StringComparison.Ordinal), Asked with { Stages = ["contract"] })!;
        Assert.Contains("award cancelled 1 left out", found.Arithmetic, StringComparison.Ordinal);
        Assert.NotEqual(Verdict.Partly, found.Verdict);
    }

    [Fact]
    public void What_is_only_linked_to_cannot_deny_anything()
    {
        const string Linked = """{"records":[{"ocid":"o-1","releases":[{"url":"https://example.org/1","date":"2026-04-02T00:00:00Z","tag":["award"]}]}]}""";
        Reading<RecordContent> reading = _records.Ocds($"{{\"releases\":[{Chairs("o-0", "2026-01-03").ReplaceLineEndings("")},{Chairs("o-9", "2026-06-03").ReplaceLineEndings("")}]}}\n{Linked}\n");
        CheckOutcome found = RecordJudgement.Of(Asked, reading.Value!);
        Assert.Equal(Verdict.Unverified, found.Verdict);
        Assert.Contains("only linked to", found.Arithmetic, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_of_several_names_of_a_unit_counts()
    {
        string coded = Motors.Replace("{\"name\":\"piece\"}", "{\"scheme\":\"UNCEFACT\",\"id\":\"H87\",\"name\":\"Unidad\"}", StringComparison.Ordinal);
        Assert.Equal(Verdict.Partly, Judged(coded)!.Verdict);
        Assert.Contains("Not added up: 1 row in Unidad (8)", Judged(coded)!.Arithmetic, StringComparison.Ordinal);
        Assert.Equal(8.0, Judged(coded, Asked with { Units = ["piece", "UNCEFACT:H87"] })!.Sum);
    }

    [Fact]
    public void A_purchase_that_states_zero_is_neither_a_purchase_nor_a_denial() =>
        Assert.Equal(Verdict.Unverified, Judged(Motors.Replace("\"quantity\":8", "\"quantity\":0", StringComparison.Ordinal))!.Verdict);
}
