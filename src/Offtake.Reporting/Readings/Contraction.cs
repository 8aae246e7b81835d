namespace Offtake.Reporting.Readings;

/// <summary>
/// Takes nodes out of a flow network and joins what entered to what left, in proportion. What a node kept or released over the year goes to or
/// comes from stock, so nothing is lost.
/// </summary>
internal static class Contraction
{
    /// <summary>Node to which kept amounts go.</summary>
    public const string IntoStock = "stock/in";

    /// <summary>Node from which released amounts come.</summary>
    public const string FromStock = "stock/out";

    /// <summary>Removes nodes one after the other. Amounts that only circle through a node are dropped.</summary>
    /// <param name="links">Amount by origin and destination; changed in place.</param>
    /// <param name="isRemoved">Which nodes to take out.</param>
    public static void Remove(Dictionary<(string From, string To), double> links, Func<string, bool> isRemoved)
    {
        string[] nodes = [.. links.Keys.SelectMany(k => new[] { k.From, k.To }).Distinct().Where(isRemoved).Order(StringComparer.Ordinal)];
        foreach (string node in nodes) Remove(links, node);
    }

    private static void Remove(Dictionary<(string From, string To), double> links, string node)
    {
        links.Remove((node, node));
        (string Node, double Amount)[] entering = [.. links.Where(l => l.Key.To == node).Select(l => (l.Key.From, l.Value))];
        (string Node, double Amount)[] leaving = [.. links.Where(l => l.Key.From == node).Select(l => (l.Key.To, l.Value))];
        double received = entering.Sum(e => e.Amount), passedOn = leaving.Sum(l => l.Amount);
        foreach ((string from, _) in entering) links.Remove((from, node));
        foreach ((string to, _) in leaving) links.Remove((node, to));

        double larger = Math.Max(received, passedOn);
        if (!(larger > 0)) return;
        foreach ((string from, double amount) in entering)
        {
            foreach ((string to, double share) in leaving)
            {
                if (from != to) Add(links, from, to, amount * share / larger);
            }

            if (received > passedOn) Add(links, from, IntoStock, amount * (received - passedOn) / received);
        }

        if (passedOn <= received) return;
        foreach ((string to, double amount) in leaving) Add(links, FromStock, to, amount * (passedOn - received) / passedOn);
    }

    private static void Add(Dictionary<(string From, string To), double> links, string from, string to, double amount)
    {
        if (amount > 0) links[(from, to)] = links.GetValueOrDefault((from, to)) + amount;
    }
}
