using Offtake.Model.Evidence;
using Offtake.World.Problems;

namespace Offtake.World.Numbers;

/// <summary>What a stated range must satisfy, in whatever table it stands.</summary>
internal static class RangeRule
{
    /// <summary>Whether the value lies within its range; if not, an error has been reported.</summary>
    public static bool Holds(double low, double value, double high, string name, Place at, ProblemList problems)
    {
        if (low <= value && value <= high) return true;
        if (low > high) problems.Error(at, $"'{name}' has a range whose low lies above its high:", $"{low}..{high}", "low, value, high in this order", "low and high are the wrong way round");
        else problems.Error(at, $"'{name}' lies outside its own range:", $"{value}", $"{low} to {high}", "correct the value or the range");
        return false;
    }

    /// <summary>The distribution that is stated by name, or null and an error.</summary>
    public static Spread? Stated(string distribution, double? low, double value, double? high, string name, Place at, ProblemList problems)
    {
        if (distribution == "fixed" && low is null != high is null)
        {
            problems.Error(at, $"'{name}' has half a range:", $"{low}..{high}", null, "fill both low and high, or neither");
            return null;
        }

        if (distribution == "fixed") return Holds(low ?? value, value, high ?? value, name, at, problems) ? Spread.None(value) : null;
        if (distribution is not ("uniform" or "triangular" or "lognormal"))
        {
            string[] known = ["uniform", "triangular", "lognormal", "fixed"];
            problems.Error(at, "unknown distribution", distribution, null, NearestName.Remedy(distribution, known));
            return null;
        }

        if (low is not { } l || high is not { } h)
        {
            problems.Error(
                at, $"'{name}' has no range for its distribution", distribution, null, "fill low and high, or make the distribution fixed");
            return null;
        }

        if (!Holds(l, value, h, name, at, problems)) return null;
        if (l == h) return Spread.None(value);
        switch (distribution)
        {
            case "uniform": return Spread.Uniform(l, h);
            case "triangular": return Spread.Triangular(l, h);
            case "lognormal" when l > 0.0: return Spread.LognormalBetween(l, h);
            default:
                problems.Error(
                    at, $"the range of '{name}' cannot be lognormal: low is", $"{l}", "above 0",
                    "use a triangular or uniform distribution");
                return null;
        }
    }
}
