using Offtake.Model.Governance;
using Offtake.Model.Scenarios;

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
    private readonly FundAccount[] _funds;

    /// <summary>Numbers the accounts of a chain, without any fund.</summary>
    public MoneyAccounts(ChainLayout layout)
        : this(layout, [])
    {
    }

    private MoneyAccounts(ChainLayout layout, FundAccount[] funds)
    {
        _funds = funds;
        _layout = layout;
        _markets = layout.Markets.Length;
        _sectors = layout.Sectors.Length;
        _uses = layout.Uses.Length;
        _regions = layout.Chain.Regions.Count;
        _cities = layout.Cities.Length;
    }

    /// <summary>Number of accounts.</summary>
    public int Count => Fund(0) + _funds.Length;

    /// <summary>Number of funds.</summary>
    public int Funds => _funds.Length;

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

    /// <summary>What a guidance fund holds (FIN-4); funds are numbered in ordinal order of the names of their levers, after all other accounts.</summary>
    public int Fund(int fund) => Bank + 1 + (_layout.Chain.Finance is null ? 0 : _regions + _sectors + _cities) + fund;

    /// <summary>The accounts of a scenario, with one for every guidance fund that an institution may raise.</summary>
    public static MoneyAccounts Of(ChainLayout layout, Scenario scenario) => new(layout,
    [
        .. scenario.Institutions
            .SelectMany(i => i.Reach.Where(r => r.Instrument == InstrumentKind.GuidanceFund).Select(r => new FundAccount($"{i.Id}/{r.Id}", RegionOf(layout, r))))
            .OrderBy(f => f.Lever, StringComparer.Ordinal),
    ]);

    private static int RegionOf(ChainLayout layout, ReachedInstrument fund) =>
        fund.Targets.Where(t => t.Kind == TargetKind.Facility).Select(t => layout.Facilities[t.Index].Region).FirstOrDefault();

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
        if (account >= Fund(0)) return ("funds", chain.Regions[_funds[account - Fund(0)].Region].Id);
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
        if (kind == "funds") return $"fund {_funds[account - Fund(0)].Lever}";
        if (kind == "loans") return $"loans of {(account < LoanOfCity(0) ? _layout.SectorName(account - LoanOfOwners(0)) : chain.Cities[account - LoanOfCity(0)].Id)}";
        return region.Length == 0 ? kind : $"{kind} of {region}";
    }
}

/// <summary>The account of a guidance fund.</summary>
/// <param name="Lever">Name of its lever: institution, a slash, and the lever's own id.</param>
/// <param name="Region">Region of the treasury that raises it, that of its first facility.</param>
internal readonly record struct FundAccount(string Lever, int Region);
