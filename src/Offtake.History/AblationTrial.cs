using Offtake.History.Scoring;
using Offtake.History.Search;
using Offtake.History.Series;
using Offtake.Model.History;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.World;

namespace Offtake.History;

/// <summary>Switches mechanisms off, one at a time: once with all other numbers as fitted, once fitted anew.</summary>
/// <remarks>
/// The loss as fitted shows how large a mechanism is; the loss after a new search whether others can stand in for it. Both searches, with and without
/// it, begin at the best fit and take the same number of rounds, so that their losses can be compared.
/// </remarks>
public sealed class AblationTrial
{
    private readonly Backtest _backtest;
    private readonly Variant _variant;
    private readonly Month? _until;
    private readonly Calibration _full;
    private readonly ChainLayout _layout;
    private readonly SeriesPlan _plan;
    private readonly IReadOnlyDictionary<string, double> _values;
    private Fit? _refittedFull;

    private AblationTrial(Backtest backtest, Variant variant, Month? until, Calibration full, IReadOnlyDictionary<string, double> values)
    {
        _backtest = backtest;
        _variant = variant;
        _until = until;
        _full = full;
        _values = values;
        _layout = new ChainLayout(variant.Scenario.Chain);
        _plan = new SeriesPlan(backtest, _layout, []);
    }

    /// <summary>Begins at the best fit of the variant, or at the world's own values when there is none.</summary>
    public static Reading<AblationTrial> Of(Backtest backtest, Variant variant, Month? until)
    {
        Reading<Calibration> reading = Calibration.Of(backtest, variant, until);
        if (!reading.Succeeded) return new Reading<AblationTrial>(null, reading.Problems);
        Fit? best = backtest.Fits.Where(f => f.Variant == variant.Id && f.Window == Backtest.WindowUntil(until)).MinBy(f => f.Loss);
        return new Reading<AblationTrial>(new AblationTrial(backtest, variant, until, reading.Value, best?.Values ?? new Dictionary<string, double>()), reading.Problems);
    }

    /// <summary>Switches one mechanism off.</summary>
    public Ablation SwitchOff(Mechanism mechanism, SearchPlan plan, CancellationToken stop = default)
    {
        _refittedFull ??= _full.Search(plan, _full.PointOf(_values), null, stop);
        Calibration without = Calibration.Of(_backtest, _variant, _until, mechanism).Value
            ?? throw new InvalidOperationException($"Without {mechanism.Id} nothing is left to fit.");
        double[] start = without.PointOf(_refittedFull.Values);
        double frozen = without.Loss(start);
        Fit refitted = without.Search(plan, start, null, stop);
        HashSet<string> met = [.. Met(_full, _refittedFull.Values, null)];
        string[] missedFrozen = [.. met.Except(Met(without, _refittedFull.Values, mechanism))], missedRefitted = [.. met.Except(Met(without, refitted.Values, mechanism))];
        return new Ablation(mechanism.Id, mechanism.Title, _variant.Id, _refittedFull.Loss, frozen, refitted.Loss, missedFrozen, missedRefitted);
    }

    private IEnumerable<string> Met(Calibration calibration, IReadOnlyDictionary<string, double> values, Mechanism? off)
    {
        HistoryWalk walk = new(_layout, _variant.Scenario with { Calendar = [.. _variant.Scenario.Calendar.Where(m => off?.Without.Contains(m.Id) != true)] }, _plan);
        HistoryPath path = walk.Walk(calibration.ValuesAt(calibration.PointOf(values)));
        return path.Failure is not null ? [] : _backtest.Scores.Where(s => (s.Low is not null || s.High is not null) && (s.Window is null || s.Window == Backtest.WindowUntil(_until)))
            .Where(s => s.Meets(ScoreValue.Of(new Question(s, _plan, null), path))).Select(s => s.Id);
    }
}
