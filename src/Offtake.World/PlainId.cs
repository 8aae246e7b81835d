using System.Text.RegularExpressions;

namespace Offtake.World;

/// <summary>How folders, worlds, scenarios and entries may be named: in kebab-case.</summary>
public static partial class PlainId
{
    /// <summary>The rule in words.</summary>
    public const string Bound = "lower-case letters, digits and hyphens, at least one letter, such as magnet-alloy";

    /// <summary>Whether a name is plain: nothing in it can lead out of a folder, break a key apart or look like a number with a sign.</summary>
    public static bool IsPlain(string name) => Kebab().IsMatch(name);

    [GeneratedRegex(@"\A(?=[^a-z]*[a-z])[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Kebab();
}
