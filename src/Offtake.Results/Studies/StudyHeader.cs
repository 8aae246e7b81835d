using System.Text.Encodings.Web;
using System.Text.Json;
using Offtake.Model.Studies;

namespace Offtake.Results.Studies;

/// <summary>What a study is, as far as its results need it: enough to read them without the study's own files.</summary>
/// <remarks>Two slices or halves of a study belong together exactly when their headers are equal.</remarks>
/// <param name="Program">Name and version of the program: bits may differ between versions.</param>
/// <param name="Id">Id of the study.</param>
/// <param name="Title">Title of the study.</param>
/// <param name="Story">Its page of plain words, in Markdown.</param>
/// <param name="Sha256">Hash over all files it rests on.</param>
/// <param name="Model">Which model answers.</param>
/// <param name="World">Title of the world; empty for an example model.</param>
/// <param name="Seed">Seed of all random numbers.</param>
/// <param name="Futures">Number of futures.</param>
/// <param name="Sampling">How the uncertainties are spread.</param>
/// <param name="OthersVary">Whether numbers that are not named vary too.</param>
/// <param name="Uncertainties">What nobody can choose.</param>
/// <param name="Correlations">Which of them go together.</param>
/// <param name="Levers">What somebody can choose.</param>
/// <param name="Policies">What is compared.</param>
/// <param name="Outcomes">What is measured.</param>
/// <param name="Conditions">Outcomes that deserve a name.</param>
/// <param name="Maps">Pairs of uncertainties over which winners are shown.</param>
public sealed record StudyHeader(
    string Program, string Id, string Title, string Story, string Sha256, string Model, string World, ulong Seed, int Futures, Sampling Sampling, bool OthersVary,
    IReadOnlyList<UncertaintyEntry> Uncertainties, IReadOnlyList<Correlation> Correlations, IReadOnlyList<LeverEntry> Levers, IReadOnlyList<PolicyEntry> Policies,
    IReadOnlyList<OutcomeEntry> Outcomes, IReadOnlyList<Condition> Conditions, IReadOnlyList<WinnerMap> Maps)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The header of a study.</summary>
    public static StudyHeader Of(Study study, string program)
    {
        ArgumentNullException.ThrowIfNull(study);
        return new StudyHeader(
            program, study.Id, study.Title, study.Story, study.Sha256, study.Model, study.Policies[0].Scenario?.Chain.Title ?? "", study.Seed, study.Futures, study.Sampling, study.OthersVary,
            [.. study.Uncertainties.Select(u => new UncertaintyEntry(u.Id, u.Title, u.Unit, u.Central, u.Spread.Low, u.Spread.High, u.Spread.Shape.ToString().ToLowerInvariant(), u.IsOfLedger, u.Sets.Names))],
            study.Correlations,
            [.. study.Levers.Select(l => new LeverEntry(l.Id, l.Title, l.Unit, l.Low, l.High, l.Sets.Names))],
            [.. study.Policies.Select(p => new PolicyEntry(p.Id, p.Title, p.Scenario?.Id ?? "", p.Settings))],
            [.. study.Outcomes.Select(o => new OutcomeEntry(o.Id, o.Title, o.Unit, o.Better))],
            study.Conditions, study.Maps);
    }

    /// <summary>The header as one line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Plain);

    /// <summary>Reads what <see cref="ToJson"/> wrote; null when it is something else.</summary>
    public static StudyHeader? FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<StudyHeader>(json, Plain);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What differs between two headers, in words; empty when they belong together.</summary>
    public IReadOnlyList<string> DifferencesTo(StudyHeader other)
    {
        ArgumentNullException.ThrowIfNull(other);
        List<string> found = [];
        Compare("study", Id, other.Id);
        Compare("program", Program, other.Program);
        Compare("seed", $"{Seed}", $"{other.Seed}");
        Compare("number of futures", $"{Futures}", $"{other.Futures}");
        if (found.Count == 0) Compare("files", Sha256, other.Sha256);
        if (found.Count == 0 && ToJson() != other.ToJson()) found.Add("what is varied or measured differs");
        return found;

        void Compare(string what, string here, string there)
        {
            if (here != there) found.Add($"the {what}: {there} there, {here} here");
        }
    }
}

/// <summary>An uncertainty of a header.</summary>
/// <param name="Id">Its id; the column of the table of inputs.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Central">Value thought most likely.</param>
/// <param name="Low">Lower bound, or the 5 % point of a lognormal.</param>
/// <param name="High">Upper bound, or the 95 % point of a lognormal.</param>
/// <param name="Shape">Which distribution.</param>
/// <param name="IsOfLedger">Whether the range is the evidence ledger's.</param>
/// <param name="Moves">Ids of the numbers it moves.</param>
public sealed record UncertaintyEntry(string Id, string Title, string Unit, double Central, double Low, double High, string Shape, bool IsOfLedger, IReadOnlyList<string> Moves);

/// <summary>A lever of a header.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value.</param>
/// <param name="Moves">Ids of the numbers it moves.</param>
public sealed record LeverEntry(string Id, string Title, string Unit, double Low, double High, IReadOnlyList<string> Moves);

/// <summary>A policy of a header.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Scenario">Id of the scenario that is walked; empty for an example model.</param>
/// <param name="Settings">Levers that are set.</param>
public sealed record PolicyEntry(string Id, string Title, string Scenario, IReadOnlyList<LeverSetting> Settings);

/// <summary>An outcome of a header.</summary>
/// <param name="Id">Its id; with underscores the column of the table of results.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Better">Which way is better.</param>
public sealed record OutcomeEntry(string Id, string Title, string Unit, Better Better);
