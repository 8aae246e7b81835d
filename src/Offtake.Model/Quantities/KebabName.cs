using System.Text;

namespace Offtake.Model.Quantities;

/// <summary>Names of enumerations as files and commands write them: in kebab-case.</summary>
public static class KebabName
{
    /// <summary>The name of a value, such as <c>import-reliance</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        StringBuilder kebab = new();
        foreach (char letter in value.ToString())
        {
            if (char.IsUpper(letter) && kebab.Length > 0) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }

        return kebab.ToString();
    }
}
