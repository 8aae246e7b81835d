namespace Offtake.Simulation;

/// <summary>Numbering of money accounts: who pays and who is paid.</summary>
public sealed class MoneyAccounts
{
    private readonly ChainLayout _layout;
    private readonly int _markets;
    private readonly int _sectors;
    private readonly int _uses;
    private readonly int _regions;
    private readonly int _cities;

    /// <summary>Numbers the accounts of a chain.</summary>
    public MoneyAccounts(ChainLayout layout)
    {
        _layout = layout;
        _markets = layout.Markets.Length;
        _sectors = layout.Sectors.Length;
        _uses = layout.Uses.Length;
        _regions = layout.Chain.Regions.Count;
        _cities = layout.Cities.Length;
    }

    /// <summary>Number of accounts.</summary>
    public int Count => Bank + 1 + (_layout.Chain.Finance is null ? 0 : _regions + _sectors + _cities);

    /// <summary>Merchants who hold a market's sellers' stock.</summary>
    public static int Merchants(int market) => market;

    /// <summary>The owners of a sector's facilities.</summary>
    public int Owners(int sector) => _markets + sector;

    /// <summary>The people or firms behind a use that no city pays for.</summary>
    public int Users(int use) => _markets + _sectors + use;

    /// <summary>A region's treasury.</summary>
    public int Treasury(int region) => _markets + _sectors + _uses + region;

    /// <summary>Workers and suppliers of a region, who receive processing cost.</summary>
    public int Suppliers(int region) => _markets + _sectors + _uses + _regions + region;

    /// <summary>A city.</summary>
    public int City(int city) => _markets + _sectors + _uses + (2 * _regions) + city;

    /// <summary>Carriers, anywhere.</summary>
    public int Carriers => _markets + _sectors + _uses + (2 * _regions) + _cities;

    /// <summary>Lenders, anywhere.</summary>
    public int Bank => Carriers + 1;

    /// <summary>Those who own the owners of a region; only where the world has rules of money.</summary>
    public int Shareholders(int region) => Bank + 1 + region;

    /// <summary>What the owners of a sector owe, as a negative balance; only where the world has rules of money.</summary>
    public int LoanOfOwners(int sector) => Bank + 1 + _regions + sector;

    /// <summary>What a city owes, as a negative balance; only where the world has rules of money.</summary>
    public int LoanOfCity(int city) => Bank + 1 + _regions + _sectors + city;

    /// <summary>The kind of an account and its region, blank where it has none.</summary>
    public (string Kind, string Region) KindOf(int account)
    {
        Model.Chain.ValueChain chain = _layout.Chain;
        if (account < _markets) return ("merchants", chain.Regions[chain.Markets[account].Region].Id);
        if (account < _markets + _sectors) return ("owners", chain.Regions[_layout.Sectors[account - _markets].Region].Id);
        if (account < Treasury(0)) return ("users", chain.Regions[chain.Uses[account - _markets - _sectors].Region].Id);
        if (account < Suppliers(0)) return ("treasury", chain.Regions[account - Treasury(0)].Id);
        if (account < Suppliers(0) + _regions) return ("suppliers", chain.Regions[account - Suppliers(0)].Id);
        if (account < Carriers) return ("cities", chain.Regions[chain.Cities[account - City(0)].Region].Id);
        if (account <= Bank) return (account == Carriers ? "carriers" : "bank", string.Empty);
        if (account < LoanOfOwners(0)) return ("shareholders", chain.Regions[account - Shareholders(0)].Id);
        int region = account < LoanOfCity(0) ? _layout.Sectors[account - LoanOfOwners(0)].Region : chain.Cities[account - LoanOfCity(0)].Region;
        return ("loans", chain.Regions[region].Id);
    }

    /// <summary>The name of an account, for messages.</summary>
    public string Name(int account)
    {
        Model.Chain.ValueChain chain = _layout.Chain;
        (string kind, string region) = KindOf(account);
        if (account < _markets) return $"merchants of {chain.Commodities[chain.Markets[account].Commodity].Id} in {region}";
        if (account < _markets + _sectors) return $"owners of {_layout.SectorName(account - _markets)}";
        if (account < Treasury(0)) return $"users {chain.Uses[account - _markets - _sectors].Id}";
        if (kind == "cities") return $"city {chain.Cities[account - City(0)].Id}";
        if (kind == "loans") return $"loans of {(account < LoanOfCity(0) ? _layout.SectorName(account - LoanOfOwners(0)) : chain.Cities[account - LoanOfCity(0)].Id)}";
        return region.Length == 0 ? kind : $"{kind} of {region}";
    }
}
