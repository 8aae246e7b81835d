namespace Offtake.Laws.Tests.Twin;

/// <summary>Who holds how much of what, and what is in it, by name.</summary>
internal sealed class NaiveGoods
{
    public Dictionary<string, double> Amount { get; } = [];

    public Dictionary<(string Holder, string Element), double> Content { get; } = [];

    /// <summary>Content of an account by element.</summary>
    public Dictionary<string, double> In(string holder) =>
        Content.Where(c => c.Key.Holder == holder).ToDictionary(c => c.Key.Element, c => c.Value);

    /// <summary>Takes an amount out with its share of the content.</summary>
    public Dictionary<string, double> Take(string holder, double amount)
    {
        if (amount == 0.0) return [];
        double part = amount / Amount[holder];
        Dictionary<string, double> taken = In(holder).ToDictionary(c => c.Key, c => c.Value * part);
        foreach ((string element, double content) in taken) Content[(holder, element)] -= content;
        Amount[holder] -= amount;
        return taken;
    }

    public void Put(string holder, double amount, Dictionary<string, double> content)
    {
        Amount[holder] = Amount.GetValueOrDefault(holder) + amount;
        foreach ((string element, double tonnes) in content) PutContent(holder, element, tonnes);
    }

    public void PutContent(string holder, string element, double tonnes) =>
        Content[(holder, element)] = Content.GetValueOrDefault((holder, element)) + tonnes;

    public void Move(string from, string to, double amount)
    {
        if (amount == 0.0) return;
        Put(to, amount, Take(from, amount));
    }

    /// <summary>Takes an amount out of the goods for good; its content goes to a sink.</summary>
    public void Lose(string from, string sink, double amount)
    {
        foreach ((string element, double tonnes) in Take(from, amount)) PutContent(sink, element, tonnes);
    }
}
