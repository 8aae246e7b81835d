using Offtake.Model.Chain;

namespace Offtake.Model.Studies;

/// <summary>Which rows of a chain a measurement looks at.</summary>
public static class Selection
{
    /// <summary>The kinds of rows that variables are of.</summary>
    public enum Rows
    {
        /// <summary>Markets, chosen by commodity or stage and by region.</summary>
        Markets,

        /// <summary>Routes, chosen by commodity or stage and by region of origin and destination.</summary>
        Routes,

        /// <summary>Uses, chosen by use, commodity or stage and by region or city.</summary>
        Uses,

        /// <summary>Facilities, chosen by facility, process or stage and by region.</summary>
        Facilities,

        /// <summary>Cities, chosen by city or region.</summary>
        Cities,

        /// <summary>Regions, chosen by region.</summary>
        Regions,

        /// <summary>Those who pay for programmes, chosen by region or city: regions first, then cities. Institution or instrument choose levers.</summary>
        Payers,
    }

    /// <summary>The rows a variable is of.</summary>
    public static Rows RowsOf(ChainVariable variable) => variable switch
    {
        ChainVariable.Price or ChainVariable.Stock or ChainVariable.Cover or ChainVariable.Output or ChainVariable.Disposed or ChainVariable.Reserved
            or ChainVariable.Rationed or ChainVariable.ImportReliance or ChainVariable.Concentration => Rows.Markets,
        ChainVariable.Shipped or ChainVariable.HeldUp => Rows.Routes,
        ChainVariable.Demand or ChainVariable.Used or ChainVariable.Unmet or ChainVariable.UnmetShare or ChainVariable.InUse or ChainVariable.Embodied
            or ChainVariable.ProgrammeTonnes or ChainVariable.AnnouncedTonnes or ChainVariable.CrowdedOutTonnes or ChainVariable.PulledForwardTonnes => Rows.Uses,
        ChainVariable.Activity or ChainVariable.Capacity or ChainVariable.Utilisation or ChainVariable.ShortfallShare or ChainVariable.Idle => Rows.Facilities,
        ChainVariable.CitySpending or ChainVariable.CityDebt or ChainVariable.Coverage => Rows.Cities,
        ChainVariable.TreasuryPaid or ChainVariable.TreasuryReceived or ChainVariable.ProjectsDeployed or ChainVariable.ResidueLeft or ChainVariable.LossesBorne => Rows.Regions,
        ChainVariable.ProgrammeOutlay or ChainVariable.LeversOrdered or ChainVariable.BeyondReach or ChainVariable.RefusedByLaw or ChainVariable.Vetoed
            or ChainVariable.LeftUndone or ChainVariable.RefusedByBudget or ChainVariable.Answering => Rows.Payers,
        _ => throw new ArgumentOutOfRangeException(nameof(variable), variable, "This variable is of no rows; add it here."),
    };

    /// <summary>Whether a variable is of the levers of institutions, so that they too may be named, by institution or instrument.</summary>
    public static bool IsOfLevers(ChainVariable variable) => RowsOf(variable) == Rows.Payers
        || variable is ChainVariable.ProgrammeTonnes or ChainVariable.AnnouncedTonnes or ChainVariable.CrowdedOutTonnes or ChainVariable.PulledForwardTonnes;

    /// <summary>What of <see cref="Measurement.Of"/> names levers, by institution or instrument; empty for all levers.</summary>
    public static IReadOnlyList<string> Levers(ValueChain chain, Measurement measurement)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        return IsOfLevers(measurement.Variable) ? [.. measurement.Of.Except(Subjects(chain, measurement.Variable))] : [];
    }

    /// <summary>Indices of the rows a measurement looks at; empty when nothing fits.</summary>
    public static int[] Of(ValueChain chain, Measurement measurement)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(measurement);
        string[] of = [.. measurement.Of.Except(Levers(chain, measurement))];
        string Region(int r) => chain.Regions[r].Id;
        bool Goods(int c) => Fits(of, chain.Commodities[c].Id, chain.Commodities[c].Stage);
        return RowsOf(measurement.Variable) switch
        {
            Rows.Markets => Where(chain.Markets, m => Goods(m.Commodity) && Fits(measurement.In, Region(m.Region))),
            Rows.Routes => Where(chain.Routes, q => Goods(q.Commodity) && Fits(measurement.In, Region(q.From)) && Fits(measurement.To, Region(q.To))),
            Rows.Uses => Where(chain.Uses, k => (Goods(k.Commodity) || Fits(of, k.Id)) && Fits(measurement.In, Region(k.Region), k.City is { } c ? chain.Cities[c].Id : null)),
            Rows.Facilities => Where(chain.Facilities, f => Fits(of, f.Id, chain.Processes[f.Process].Id, chain.Processes[f.Process].Stage) && Fits(measurement.In, Region(f.Region))),
            Rows.Cities => Where(chain.Cities, c => Fits(measurement.In, c.Id, Region(c.Region))),
            Rows.Payers =>
            [
                .. Where(chain.Regions, r => Fits(measurement.In, r.Id)),
                .. Where(chain.Cities, c => Fits(measurement.In, c.Id, Region(c.Region))).Select(c => chain.Regions.Count + c),
            ],
            _ => Where(chain.Regions, r => Fits(measurement.In, r.Id)),
        };
    }

    /// <summary>The names that <see cref="Measurement.Of"/> may hold for a variable.</summary>
    public static IEnumerable<string> Subjects(ValueChain chain, ChainVariable variable)
    {
        ArgumentNullException.ThrowIfNull(chain);
        IEnumerable<string> goods = chain.Commodities.SelectMany(c => new[] { c.Id, c.Stage });
        return (RowsOf(variable) switch
        {
            Rows.Markets or Rows.Routes => goods,
            Rows.Uses => goods.Concat(chain.Uses.Select(k => k.Id)),
            Rows.Facilities => chain.Facilities.Select(f => f.Id).Concat(chain.Processes.SelectMany(p => new[] { p.Id, p.Stage })),
            _ => variable == ChainVariable.ResidueLeft ? (chain.Residues?.Residues ?? []).Select(r => r.Id) : [],
        }).Distinct();
    }

    /// <summary>The names that <see cref="Measurement.In"/> may hold for a variable.</summary>
    public static IEnumerable<string> Places(ValueChain chain, ChainVariable variable)
    {
        ArgumentNullException.ThrowIfNull(chain);
        IEnumerable<string> regions = chain.Regions.Select(r => r.Id);
        return RowsOf(variable) is Rows.Cities or Rows.Uses or Rows.Payers ? regions.Concat(chain.Cities.Select(c => c.Id)) : regions;
    }

    private static bool Fits(IReadOnlyList<string> asked, params ReadOnlySpan<string?> names)
    {
        if (asked.Count == 0) return true;
        foreach (string? name in names)
        {
            if (name is not null && asked.Contains(name)) return true;
        }

        return false;
    }

    private static int[] Where<T>(IReadOnlyList<T> rows, Func<T, bool> fits) => [.. Enumerable.Range(0, rows.Count).Where(i => fits(rows[i]))];
}
