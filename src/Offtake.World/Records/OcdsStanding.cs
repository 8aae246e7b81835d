using System.Text.Json.Nodes;

namespace Offtake.World.Records;

/// <summary>Whether a tender, award or contract holds, by its status in the code lists of the standard; without a status it does.</summary>
/// <param name="Standing">Whether it counts.</param>
/// <param name="Words">Why it does not; empty where it does.</param>
internal readonly record struct OcdsStanding(Standing Standing, string Words)
{
    private static readonly string[] Ended = ["cancelled", "unsuccessful", "withdrawn"];

    /// <summary>One that is not good, for a reason that leaves it open.</summary>
    public OcdsStanding(bool isGood, string words)
        : this(isGood ? Standing.Good : Standing.Open, words)
    {
    }

    /// <summary>One that counts.</summary>
    public static OcdsStanding Good => new(Standing.Good, "");

    /// <summary>Whether it counts.</summary>
    public bool IsGood => Standing == Standing.Good;

    /// <summary>Of a tender: open ones and complete ones count as tenders.</summary>
    public static OcdsStanding OfTender(JsonObject tender) => StatusOf(tender) is var status && Ended.Contains(status) ? new(Standing.Void, $"tender {status}") : Good;

    /// <summary>Of an award.</summary>
    public static OcdsStanding OfAward(JsonObject award) => Of("award", StatusOf(award), ["", "active"]);

    /// <summary>Of a contract: one that was carried out, or ended before, was signed.</summary>
    public static OcdsStanding OfContract(JsonObject contract) => Of("contract", StatusOf(contract), ["", "active", "terminated"]);

    /// <summary>Of an award none of whose contracts is signed: it counts while one of them may be.</summary>
    public static OcdsStanding OfUnsigned(JsonObject[] contracts)
    {
        OcdsStanding[] all = [.. contracts.Select(OfContract)];
        if (all.All(s => s.Standing == Standing.Void)) return all[0];
        return contracts.Any(c => StatusOf(c) == "pending") ? Good : all.First(s => s.Standing == Standing.Open);
    }

    private static OcdsStanding Of(string what, string status, string[] good) =>
        good.Contains(status) ? Good : new(Ended.Contains(status) ? Standing.Void : Standing.Open, $"{what} {status}");

    private static string StatusOf(JsonObject of) => OcdsText.One(of, "status").ToLowerInvariant();
}
