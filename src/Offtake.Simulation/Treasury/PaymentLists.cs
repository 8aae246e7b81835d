using Offtake.Model.Chain;

namespace Offtake.Simulation.Treasury;

/// <summary>Who pays whom for what moves, as money accounts by buyer, route and sector, so that settling looks nobody up. Structure only.</summary>
/// <remarks>Accounts are those of <see cref="MoneyAccounts"/>. Merchants need no list: their account is their market.</remarks>
internal sealed class PaymentLists
{
    public PaymentLists(ChainLayout layout)
    {
        var accounts = new MoneyAccounts(layout);
        Payer = [.. layout.Buyers.Select(b => b.Sector >= 0 ? accounts.Owners(b.Sector)
            : layout.Uses[b.Use].City is { } city ? accounts.City(city) : accounts.Users(b.Use))];
        RegionOfBuyer = [.. layout.Buyers.Select(b => layout.Markets[b.Market].Region)];
        UseOfBuyer = [.. layout.Buyers.Select(b => b.Use)];
        Mines = [.. Enumerable.Range(0, layout.Sectors.Length).Select(s => layout.DriveOf(s) == Drive.Margin)];
        RegionOfSector = [.. layout.Sectors.Select(s => s.Region)];
    }

    /// <summary>Who pays for what is delivered, by buyer: owners, a city or users.</summary>
    public int[] Payer { get; }

    /// <summary>Region whose treasury takes the tax on a delivery, by buyer.</summary>
    public int[] RegionOfBuyer { get; }

    /// <summary>The use that a buyer is, by buyer; -1 for makers.</summary>
    public int[] UseOfBuyer { get; }

    /// <summary>Whether a sector mines, by sector.</summary>
    public bool[] Mines { get; }

    /// <summary>Region by sector.</summary>
    public int[] RegionOfSector { get; }
}
