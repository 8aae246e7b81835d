using System.Security.Cryptography;
using System.Text;
using Offtake.Model.Evidence;

namespace Offtake.Results.Weighing;

/// <summary>Tells whether what was weighed is still what the files say.</summary>
public static class WeighingFingerprint
{
    /// <summary>Hash over the hashes of scenarios and their worlds, in the order of ids, and over the claims that count as verified: a kept verdict moves no number of a run, but it moves numbers from one group to another.</summary>
    /// <param name="scenarios">What is weighed.</param>
    /// <param name="claims">Claims of these scenarios.</param>
    public static string Of(IEnumerable<(string Scenario, string WorldSha256, string ScenarioSha256)> scenarios, IEnumerable<Claim> claims)
    {
        IEnumerable<string> files = scenarios.OrderBy(s => s.Scenario, StringComparer.Ordinal).Select(s => $"{s.Scenario} {s.WorldSha256} {s.ScenarioSha256}");
        IEnumerable<string> verified = claims.Where(c => !c.IsUnverified).Select(c => c.Id).Distinct().Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Concat(verified)))));
    }
}
