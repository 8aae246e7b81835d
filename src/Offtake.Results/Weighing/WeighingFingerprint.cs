using System.Security.Cryptography;
using System.Text;

namespace Offtake.Results.Weighing;

/// <summary>Tells whether what was weighed is still what the files say.</summary>
public static class WeighingFingerprint
{
    /// <summary>Hash over the hashes of scenarios and their worlds, in the order of ids.</summary>
    public static string Of(IEnumerable<(string Scenario, string WorldSha256, string ScenarioSha256)> scenarios) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', scenarios.OrderBy(s => s.Scenario, StringComparer.Ordinal).Select(s => $"{s.Scenario} {s.WorldSha256} {s.ScenarioSha256}")))));
}
