using System.IO.Enumeration;

namespace Offtake.Model.Evidence;

/// <summary>Ids of parameters that are meant by a pattern: parts with slashes between them, in which <c>*</c> stands for any letters of one part.</summary>
public static class ParameterPattern
{
    /// <summary>Whether an id fits a pattern.</summary>
    public static bool Fits(string pattern, string id)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(id);
        if (!pattern.Contains('*')) return pattern == id;
        string[] wanted = pattern.Split('/'), parts = id.Split('/');
        return wanted.Length == parts.Length && wanted.Zip(parts).All(p => p.First == "*" || FileSystemName.MatchesSimpleExpression(p.First, p.Second, ignoreCase: false));
    }

    /// <summary>The parameters of a ledger that a pattern means.</summary>
    public static IEnumerable<Parameter> Of(string pattern, EvidenceLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.Parameters.Where(p => Fits(pattern, p.Id));
    }
}
