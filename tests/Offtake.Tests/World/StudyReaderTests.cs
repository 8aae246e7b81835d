using Offtake.Experiments.Exploring;
using Offtake.Model.Studies;
using Offtake.World;

namespace Offtake.Tests.World;

/// <summary>What is wrong with a study is told with file, line and remedy, all of it at once.</summary>
public sealed class StudyReaderTests : IDisposable
{
    private const string Ban = """
        scenario: ban
        title: A ban
        extends: baseline
        measures:
          - {id: ban-2026, title: Ban on oxide, instrument: embargo, on: ["route:alpha-oxide/home/abroad"], strength: 0.8, unit: share, enacted: 2026-01, start: 2026-03, end: 2027-02, source: paper}

        """;

    private const string Plain = """
        study: small
        title: A small study
        scenario: ban
        futures: 8
        sampling: monte-carlo
        uncertainties:
          - {id: cost, title: Cost, of: "@cost"}
          - {id: share, title: Share, of: "@share"}
          - {id: beta, title: Response, of: markets/alpha-oxide/home/beta, low: 0.5, high: 0.9, reason: A guess}
        correlations:
          - {of: cost, with: share, rank: 0.5}
        levers:
          - {id: ban, title: Ban, of: measures/ban-2026/strength, low: 0, high: 1, values: [0, 0.5, 1]}
        policies:
          - {id: as-is, title: As enacted}
          - {id: firm, title: Firm, set: [ban = 1]}
        outcomes:
          - {id: price, title: Price, variable: price, of: alpha-oxide, in: abroad, period: 2026, better: lower}
          - {id: dear, title: Dear months, variable: price, of: alpha-oxide, in: abroad, period: 2026..2027, statistic: months-above, threshold: 60000}
          - {id: made, title: Made, variable: output, of: alpha-oxide, period: 2026, statistic: sum}
          - {id: ratio, title: Ratio, divide: made, by: price}
        conditions:
          - {title: Oxide is dear, outcome: price, above: 70000}
        maps:
          - {outcome: price, across: cost, upward: share}

        """;

    private readonly TinyWorld _world = new TinyWorld().WriteScenario("ban", Ban);

    public void Dispose() => _world.Dispose();

    [Fact]
    public void The_study_without_a_fault_is_read()
    {
        Reading<Study> reading = Read(Plain);

        Assert.True(reading.Succeeded, string.Join('\n', reading.Problems));
        Assert.Empty(reading.Warnings);
        Assert.Equal((8, 3, 1, 2, 4), (reading.Value.Futures, reading.Value.Uncertainties.Count, reading.Value.Levers.Count, reading.Value.Policies.Count, reading.Value.Outcomes.Count));
    }

    // Old text, new text, the text whose line is blamed, and what the sentence says.
    [Theory]
    [InlineData("study: small", "study: tall", "study:", "not named after its folder", "'tall'", "rename")]
    [InlineData("scenario: ban", "scenario: bam", "scenario:", "unknown scenario 'bam'", "did you mean 'ban'?")]
    [InlineData("sampling: monte-carlo", "sampling: sobl", "sampling:", "unknown sampling 'sobl'", "did you mean 'sobol'?")]
    [InlineData("futures: 8", "futures: none", "futures:", "'futures' is no such number: 'none'", "1 to 10000000")]
    [InlineData("futures: 8", "futures: 8\nseed: -1", "seed:", "not a seed: '-1'", "correct it")]
    [InlineData("futures: 8", "futures: 8\nothers: frozen", "others:", "'frozen'", "drawn or central")]
    [InlineData("futures: 8", "futures: 8\nmodel: lak", "model:", "unknown model 'lak'", "did you mean 'lake'?")]
    [InlineData("futures: 8", "futures: 8\nlevels: 3", "levels:", "only a factorial has levels", "remove the key")]
    [InlineData("futures: 8", "futures: 8\nworlds: tiny", "worlds:", "unknown key 'worlds'")]
    [InlineData("of: \"@cost\"", "of: \"@cots\"", "id: cost", "no number of the model is named '@cots'", "did you mean '@cost'?")]
    [InlineData("of: \"@cost\"", "of: \"@cost*x\"", "id: cost", "no number of the model is named '@cost*x'", "correct the pattern")]
    [InlineData("of: \"@share\"", "of: \"@cost\"", "id: share", "'cost'", "moves this number already", "let one of them move it")]
    [InlineData("of: \"@share\"", "times: \"@share\"", "id: share", "the uncertainty has no range", "give 'low' and 'high'")]
    [InlineData("of: \"@share\"", "of: \"@clock\"", "id: share", "gives no range for '@clock'", "give 'low' and 'high' with a reason")]
    [InlineData("{id: share,", "{id: cost,", "with: share", "unknown uncertainty 'share'")]
    [InlineData("{id: share,", "{id: cost,", "of: \"@share\"", "repeated id 'cost'", "rename one of them")]
    [InlineData("{id: share,", "{id: future,", "of: \"@share\"", "the name of a column already: 'future'", "choose another id")]
    [InlineData("{id: share,", "{id: Share 1,", "of: \"@share\"", "'id' is not a plain id: 'Share 1'", "rename it")]
    [InlineData(", reason: A guess", "", "id: beta", "needs a reason", "say under 'reason'")]
    [InlineData("low: 0.5, high: 0.9", "low: 0.9, high: 0.5", "id: beta", "'high' is not above 'low': '0.5'", "above 0.9")]
    [InlineData("low: 0.5, high: 0.9", "low: -0.5, high: 0.9", "id: beta", "would become negative", "'-0.5'", "narrow the bounds")]
    [InlineData("low: 0.5, high: 0.9", "low: 0, high: 0.9, distribution: lognormal", "id: beta", "a lognormal has no room", "use another distribution")]
    [InlineData("low: 0.5, high: 0.9", "low: 0.5, high: 0.9, distribution: normal", "id: beta", "unknown distribution 'normal'", "uniform, triangular or lognormal")]
    [InlineData("low: 0.5, high: 0.9", "low: 0.5, high: 0.9, central: 1", "id: beta", "'central' lies outside the range: '1'", "0.5 to 0.9")]
    [InlineData("rank: 0.5", "rank: 1", "rank:", "no rank correlation: '1'", "above -1 and below 1")]
    [InlineData("with: share", "with: cost", "rank:", "these go together already", "name every pair once")]
    [InlineData("low: 0, high: 1, values", "low: 0, high: 1.5, values", "id: ban,", "embargo 'ban-2026' cannot have all strengths from 0 to", "'1.5'", "0 to 1", "narrow the bounds")]
    [InlineData("low: 0, high: 1, values: [0, 0.5, 1]", "values: [0.5]", "id: ban,", "'high' is not above 'low'", "correct one of them")]
    [InlineData("low: 0, high: 1, values: [0, 0.5, 1]", "title2: x", "id: ban,", "the lever has no bounds 'ban'", "give 'low' and 'high', or 'values'")]
    [InlineData("values: [0, 0.5, 1]", "values: [0, 2]", "id: ban,", "outside the lever's bounds: '2'", "0 to 1")]
    [InlineData("set: [ban = 1]", "set: [ban = 2]", "id: firm", "lever 'ban' is set outside its bounds: '2'", "0 to 1", "correct the value")]
    [InlineData("set: [ban = 1]", "set: [bann = 1]", "id: firm", "unknown lever 'bann'", "did you mean 'ban'?")]
    [InlineData("set: [ban = 1]", "set: [ban]", "id: firm", "this sets nothing: 'ban'", "lever = value")]
    [InlineData("set: [ban = 1]", "set: [ban = 1, ban = 0]", "id: firm", "the lever is set twice 'ban'", "keep one")]
    [InlineData("set: [ban = 1]", "set: [ban = 1], draw: 3", "id: firm", "there is no lever to draw", "name levers")]
    [InlineData("set: [ban = 1]", "draw: 3, grid: [ban]", "id: firm", "drawn or in a grid, not both", "write two entries")]
    [InlineData("set: [ban = 1]", "set: [ban = 1], grid: [ban]", "id: firm", "the lever is set already 'ban'", "name it once")]
    [InlineData("set: [ban = 1]", "grid: [ban, ban]", "id: firm", "the lever is set already 'ban'", "name it once")]
    [InlineData("values: [0, 0.5, 1]", "values: [0, 0.5, 0.50]", "id: ban,", "a value stands twice: '0.5'", "keep one")]
    [InlineData("of: \"@cost\"", "of: \"@cost\", distribution: triangular", "id: cost", "belongs to a range of the study's own", "'triangular'", "give 'low' and 'high' too")]
    [InlineData("of: \"@cost\"", "of: \"@cost\", central: 3", "id: cost", "belongs to a range of the study's own", "'3'", "give 'low' and 'high' too")]
    [InlineData("futures: 8", "futures: 8\nmodel: lake", "scenario: ban", "the model 'lake' walks no scenario", "remove the key")]
    [InlineData("set: [ban = 1]", "draw: many", "id: firm", "this cannot be a number of policies: 'many'", "1 to 1000")]
    [InlineData("set: [ban = 1]", "grid: [bam]", "id: firm", "unknown lever 'bam'", "did you mean 'ban'?")]
    [InlineData("{id: firm, title: Firm", "{id: as-is, title: Firm", "title: Firm", "repeated id 'as-is'", "rename one of them")]
    [InlineData("{id: firm, title: Firm, set: [ban = 1]}", "{id: firm, draw: 2}\n  - {id: firm-1}", "id: firm-1", "repeated id 'firm-1'", "rename one of them")]
    [InlineData("{id: firm, title: Firm, set: [ban = 1]}", "{id: firm-1}\n  - {id: firm, draw: 2}", "draw: 2", "repeated id 'firm-1'", "rename one of them")]
    [InlineData("{id: firm, title: Firm, set", "{id: firm, title: Firm, scenario: bann, set", "id: firm", "unknown scenario 'bann'", "did you mean 'ban'?")]
    [InlineData("variable: output", "variable: outputs", "id: made", "unknown variable 'outputs'", "did you mean 'output'?")]
    [InlineData("statistic: sum", "statistic: total", "id: made", "unknown statistic 'total'")]
    [InlineData("of: alpha-oxide, period: 2026, statistic: sum", "of: alpha-oxid, period: 2026, statistic: sum", "id: made", "'of' names nothing that this variable is of: 'alpha-oxid'", "did you mean 'alpha-oxide'?")]
    [InlineData("of: alpha-oxide, period: 2026, statistic: sum", "of: alpha-oxide, in: hill, period: 2026", "id: made", "'in' names nothing that this variable is of: 'hill'")]
    [InlineData("of: alpha-oxide, period: 2026, statistic: sum", "of: alpha-oxide, to: home, period: 2026", "id: made", "'output' has no destination", "remove it")]
    [InlineData("of: alpha-oxide, in: abroad, period: 2026, better", "of: alpha-oxide, period: 2026, better", "id: price", "prices of several markets cannot be added up: '2 markets'", "name one commodity and one region")]
    [InlineData("of: alpha-oxide, in: abroad, period: 2026, better", "of: mixture, in: abroad, period: 2026, better", "id: price", "nothing in the world is a 'price' of these: 'mixture, abroad'", "correct 'of', 'in' or 'to'")]
    [InlineData("period: 2026, better", "period: 2031, better", "id: price", "'period' lies outside the months of the world: '2031'", "2025-01 to 2030-12")]
    [InlineData("period: 2026, better", "period: soon, better", "id: price", "'period' is no period: 'soon'", "correct it")]
    [InlineData("period: 2026, better", "period: 2026, over: 2026, better", "id: price", "do not lie before those that count", "choose earlier months")]
    [InlineData(", threshold: 60000", "", "id: dear", "missing key 'threshold'", "add it")]
    [InlineData("statistic: sum", "statistic: sum, threshold: 3", "id: made", "'sum' has no threshold: '3'", "remove it, or count months above or below it")]
    [InlineData("better: lower", "better: cheaper", "id: price", "this is no direction: 'cheaper'", "higher or lower")]
    [InlineData("{id: made,", "{id: price,", "title: Made", "repeated id 'price'", "rename one of them")]
    [InlineData("{id: made,", "{id: policy,", "title: Made", "repeated id 'policy'", "rename one of them")]
    [InlineData("divide: made", "divide: maid", "id: ratio", "unknown outcome 'maid'", "did you mean 'made'?")]
    [InlineData("divide: made", "period: 2026, divide: made", "id: ratio", "a quotient of outcomes has no such key: 'period'", "remove it")]
    [InlineData("outcome: price, above", "outcome: prise, above", "title: Oxide is dear", "unknown outcome 'prise'", "did you mean 'price'?")]
    [InlineData(", above: 70000", "", "title: Oxide is dear", "the condition has no bound", "give 'above', 'below' or both")]
    [InlineData("above: 70000", "above: 7, below: 6", "title: Oxide is dear", "nothing can meet the condition", "correct 'above' or 'below'")]
    [InlineData("{outcome: price, across", "{outcome: made, across", "across:", "nobody says whether more or less of it is better: 'made'", "better: higher")]
    [InlineData("upward: share", "upward: cost", "across:", "a map needs two uncertainties", "name another")]
    public void A_fault_is_told_with_its_line_and_remedy(string old, string by, string blamed, params string[] fragments)
    {
        Assert.Contains(old, Plain);
        string text = Plain.Replace(old, by, StringComparison.Ordinal);

        Expect.Error(Read(text), "small/study.yaml", LineOf(text, blamed), fragments);
    }

    [Theory]
    [InlineData("sampling: sobol\nindices: total", "futures: 8", "futures:", "the number of futures does not fit", "'8'", "12 (2 pairs) or 24 (4 pairs)", "choose one of them")]
    [InlineData("sampling: sobol\nindices: second-order", "futures: 100", "futures:", "need 10 futures a pair", "'100'", "80 (8 pairs) or 160 (16 pairs)")]
    [InlineData("sampling: latin-hypercube\nindices: total", "futures: 12", "indices:", "need points in pairs from a Sobol' sequence", "'latin-hypercube'", "sampling: sobol")]
    [InlineData("sampling: sobol\nindices: all", "futures: 12", "indices:", "unknown design of indices 'all'")]
    [InlineData("sampling: factorial\nlevels: 3", "futures: 8", "futures:", "3 uncertainties at 3 levels are another number of futures: '8'", "27", "give that number, or none")]
    [InlineData("sampling: factorial\nlevels: 1000", "", "levels:", "too many combinations: '1000000000'", "up to 10000000", "name fewer")]
    [InlineData("sampling: factorial", "futures: 8", "study:", "missing key 'levels'", "add it")]
    public void A_number_of_futures_that_does_not_fit_is_told_with_those_that_do(string sampling, string futures, string blamed, params string[] fragments)
    {
        string text = Uncorrelated().Replace("sampling: monte-carlo", sampling, StringComparison.Ordinal).Replace("futures: 8\n", futures.Length == 0 ? "" : futures + "\n", StringComparison.Ordinal);

        Expect.Error(Read(text), "small/study.yaml", LineOf(text, blamed), fragments);
    }

    [Fact]
    public void A_Sobol_sequence_at_another_number_than_a_power_of_two_is_warned_of()
    {
        string text = Plain.Replace("sampling: monte-carlo", "sampling: sobol", StringComparison.Ordinal).Replace("futures: 8", "futures: 9", StringComparison.Ordinal);

        Expect.Warning(Read(text), "small/study.yaml", LineOf(text, "futures:"), "even at powers of two only: '9'", "8 or 16");
    }

    [Fact]
    public void Indices_are_not_for_inputs_that_go_together()
    {
        string text = Plain.Replace("sampling: monte-carlo", "sampling: sobol\nindices: total", StringComparison.Ordinal).Replace("futures: 8", "futures: 12", StringComparison.Ordinal);

        Expect.Error(Read(text), "small/study.yaml", LineOf(text, "indices:"), "for inputs that do not go together", "'1 correlations'", "Shapley");
    }

    [Fact]
    public void Correlations_that_contradict_each_other_are_refused()
    {
        string text = Plain.Replace("  - {of: cost, with: share, rank: 0.5}", "  - {of: cost, with: share, rank: 0.9}\n  - {of: share, with: beta, rank: 0.9}\n  - {of: cost, with: beta, rank: -0.9}", StringComparison.Ordinal);

        Expect.OnlyError(Read(text), "small/study.yaml", LineOf(text, "  - {of: cost, with: share"), "no uncertainties can have all these correlations at once: '3 pairs'", "weaken some");
    }

    [Fact]
    public void Policies_about_two_worlds_are_refused()
    {
        string other = Path.Combine(_world.Worlds, "other");
        Directory.CreateDirectory(other);
        foreach (string file in Directory.GetFiles(_world.Folder)) File.Copy(file, Path.Combine(other, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(other, "world.yaml"), _world.Text("world.yaml").Replace("world: tiny", "world: other", StringComparison.Ordinal));
        _world.WriteScenario("elsewhere", "scenario: elsewhere\ntitle: Elsewhere\nworld: other\ncalendar: as-enacted\n");
        string text = Plain.Replace("{id: firm, title: Firm, set: [ban = 1]}", "{id: firm, scenario: elsewhere}", StringComparison.Ordinal);

        Expect.OnlyError(Read(text), "small/study.yaml", LineOf(text, "id: as-is"), "about several worlds: 'tiny, other'", "one world", "write one study for each world");
    }

    [Fact]
    public void A_study_that_measures_or_compares_nothing_is_refused()
    {
        string nothing = Plain[..Plain.IndexOf("outcomes:", StringComparison.Ordinal)];
        Expect.Error(Read(nothing), "small/study.yaml", 1, "nothing is measured", "name at least one outcome");

        string alone = Plain[..Plain.IndexOf("policies:", StringComparison.Ordinal)] + "policies: []\n" + Plain[Plain.IndexOf("outcomes:", StringComparison.Ordinal)..];
        Expect.Error(Read(alone), "small/study.yaml", LineOf(alone, "policies:"), "nothing is compared", "name at least one policy");
    }

    [Theory]
    [InlineData("of: \"@cost\"", "of: \"@cots\"", "@cots")]
    [InlineData("low: 0, high: 1, values: [0, 0.5, 1]", "unit: share", "ban")]
    public void What_names_a_number_that_could_not_be_read_is_not_called_unknown(string old, string by, string blamed)
    {
        Reading<Study> reading = Read(Plain.Replace(old, by, StringComparison.Ordinal));

        Assert.Equal(blamed, Assert.Single(reading.Errors).Value);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        string text = Plain.Replace("\"@cost\"", "\"@cots\"", StringComparison.Ordinal).Replace("variable: output", "variable: outputs", StringComparison.Ordinal).Replace("ban = 1", "ban = 2", StringComparison.Ordinal);

        Reading<Study> reading = Read(text);

        foreach (string value in new[] { "@cots", "outputs", "2" }) Assert.Contains(reading.Errors, p => p.Value == value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\tstudy: small\n")]
    [InlineData("study: small\ntitle: A\n\tscenario: ban\n")]
    [InlineData("study: small\nstudy: small\n")]
    [InlineData("- a list\n")]
    [InlineData("study: [small\n")]
    public void A_file_that_is_no_study_is_refused_with_a_sentence(string text)
    {
        Reading<Study> reading = Read(text);

        Assert.Null(reading.Value);
        Assert.NotEmpty(reading.Errors);
        Assert.All(reading.Errors, p => Assert.True(p.File.EndsWith("small/study.yaml", StringComparison.Ordinal) && p.Remedy.Length > 0, p.ToString()));
    }

    [Fact]
    public void An_unknown_study_is_told_with_the_nearest_name()
    {
        Read(Plain);

        Expect.OnlyError(StudyModels.Read(Studies, "smal", _world.Scenarios, _world.Worlds), "studies", 0, "unknown study 'smal'; did you mean 'small'?");
    }

    private string Studies => Path.Combine(Path.GetDirectoryName(_world.Worlds)!, "studies");

    private Reading<Study> Read(string text)
    {
        Directory.CreateDirectory(Path.Combine(Studies, "small"));
        File.WriteAllText(Path.Combine(Studies, "small", "study.yaml"), text);
        return StudyModels.Read(Studies, "small", _world.Scenarios, _world.Worlds);
    }

    private static string Uncorrelated() => Plain.Replace("correlations:\n  - {of: cost, with: share, rank: 0.5}\n", "", StringComparison.Ordinal);

    private static int LineOf(string text, string fragment) => Array.FindIndex(text.Split('\n'), l => l.Contains(fragment, StringComparison.Ordinal)) + 1;
}
