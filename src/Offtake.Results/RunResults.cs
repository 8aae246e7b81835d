using Offtake.Model.Quantities;
using Offtake.Results.Plans;

namespace Offtake.Results;

/// <summary>Everything a run leaves behind. Reports read this and nothing else; they cannot run anything again.</summary>
/// <param name="Manifest">What was run, from which files, with which seed.</param>
/// <param name="Panels">The tables, by name.</param>
/// <param name="Events">Notable happenings: refusals, closures, limits that bound.</param>
/// <param name="Figures">Modelled figures beside observed ones.</param>
/// <param name="Conservation">The largest gaps of the ledger.</param>
/// <param name="Evidence">What the run rests on.</param>
/// <param name="Warnings">Sentences about the scenario that a reader must see, such as a gain outside its stability bound.</param>
/// <param name="Story">The scenario's page of plain words, in Markdown.</param>
/// <param name="Titles">Names for readers by entity id.</param>
public sealed record RunResults(
    Manifest Manifest,
    IReadOnlyDictionary<string, Panel> Panels,
    IReadOnlyList<RunEvent> Events,
    IReadOnlyList<Figure> Figures,
    Conservation Conservation,
    EvidenceSummary Evidence,
    IReadOnlyList<string> Warnings,
    string Story,
    IReadOnlyDictionary<string, string> Titles)
{
    /// <summary>What was announced, what came of it, and in how many futures the targets are reached.</summary>
    public PlanFindings Plans { get; init; } = PlanFindings.None;
}

/// <summary>What was run: enough to run it again and to prove that the bits are the same.</summary>
/// <param name="Program">Name and version of the program.</param>
/// <param name="Scenario">Scenario id.</param>
/// <param name="ScenarioTitle">Scenario title.</param>
/// <param name="World">World id.</param>
/// <param name="WorldTitle">World title.</param>
/// <param name="WorldSha256">Hash of the world's files.</param>
/// <param name="ScenarioSha256">Hash of the scenario's files.</param>
/// <param name="Seed">The seed of all random numbers.</param>
/// <param name="From">First month.</param>
/// <param name="To">Last month.</param>
/// <param name="FuturesAsked">Number of futures asked for.</param>
/// <param name="Workers">Worker threads; they do not change a bit.</param>
/// <param name="Digests">Final digest of each completed future, first thousand.</param>
/// <param name="MonthDigests">Digest by future and month.</param>
/// <param name="Stopped">Whether the user stopped the run before all futures were done.</param>
/// <param name="RunSeconds">Wall-clock time of the simulation alone.</param>
public sealed record Manifest(
    string Program,
    string Scenario,
    string ScenarioTitle,
    string World,
    string WorldTitle,
    string WorldSha256,
    string ScenarioSha256,
    ulong Seed,
    Month From,
    Month To,
    int FuturesAsked,
    int Workers,
    IReadOnlyList<string> Digests,
    IReadOnlyList<IReadOnlyList<string>> MonthDigests,
    bool Stopped,
    double RunSeconds);

/// <summary>Something that happened in a future and deserves a line.</summary>
/// <param name="Future">Which future.</param>
/// <param name="Month">When.</param>
/// <param name="Kind">What sort, kebab-case, such as <c>quota-bound</c>, <c>mine-closed</c>, <c>purchase-refused</c>.</param>
/// <param name="Subject">Which entity.</param>
/// <param name="Amount">How much, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit of the amount.</param>
public sealed record RunEvent(int Future, Month Month, string Kind, string Subject, double Amount, string Unit);

/// <summary>Where a modelled figure comes from. Only predicted ones count as skill.</summary>
public enum Standing
{
    /// <summary>An input, shown again.</summary>
    Imposed,

    /// <summary>Fitted so that it comes out right.</summary>
    Calibrated,

    /// <summary>Follows from the model without having been fitted.</summary>
    Predicted,
}

/// <summary>A modelled figure, beside the observed one where there is one.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">What it is.</param>
/// <param name="Period">Which year or month.</param>
/// <param name="Unit">Unit of all values.</param>
/// <param name="Modelled">One value per completed future.</param>
/// <param name="Observed">What was observed, if anything.</param>
/// <param name="ObservedLow">Lower end when observers disagree.</param>
/// <param name="ObservedHigh">Upper end when observers disagree.</param>
/// <param name="Standing">Imposed, calibrated or predicted.</param>
/// <param name="Source">Who observed it.</param>
public sealed record Figure(
    string Id, string Title, string Period, string Unit, IReadOnlyList<double> Modelled,
    double? Observed, double? ObservedLow, double? ObservedHigh, Standing Standing, string Source);

/// <summary>The largest gaps of the ledger over all months and futures, relative to gross flow.</summary>
/// <param name="MaxRelativeMassGap">Per element.</param>
/// <param name="MaxRelativeMoneyGap">Over all accounts.</param>
public sealed record Conservation(double MaxRelativeMassGap, double MaxRelativeMoneyGap);

/// <summary>What a run rests on.</summary>
/// <param name="CountByKind">Number of parameters by the kind of their strongest witness.</param>
/// <param name="Publishers">Number of independent witnesses.</param>
/// <param name="Assumptions">The assumptions, with value, range, unit and reason.</param>
/// <param name="Sources">Publications: id, publisher, year, kind, title, address.</param>
/// <param name="Claims">By aspect (<c>said</c>, <c>done</c>, <c>caused</c>): claims by verdict.</param>
public sealed record EvidenceSummary(
    IReadOnlyDictionary<string, int> CountByKind,
    int Publishers,
    IReadOnlyList<AssumptionLine> Assumptions,
    IReadOnlyList<SourceLine> Sources,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Claims)
{
    /// <summary>What checks against records found, the newest of each claim and aspect.</summary>
    public IReadOnlyList<VerificationLine> Verifications { get; init; } = [];
}

/// <summary>One check of a claim as shown in a report.</summary>
public sealed record VerificationLine(string Claim, string Statement, string Aspect, string Verdict, string Date, string Check, string Arithmetic);

/// <summary>One assumption as shown in a report.</summary>
public sealed record AssumptionLine(string Id, double Value, double Low, double High, string Unit, string Reason, int UsedBy);

/// <summary>One source as shown in a report.</summary>
public sealed record SourceLine(string Id, string Publisher, string Year, string Kind, string Title, string Address, int UsedBy);
