using Offtake.Model.History;
using Offtake.World;

namespace Offtake.Tests.World;

/// <summary>A backtest is read, or every problem of its files is told at once with file, line and remedy.</summary>
public sealed class BacktestReaderTests : IDisposable
{
    private const string Header =
        "id,title,kind,variable,subject,region,from,to,base,against,every,low,high,ambitious_low,ambitious_high,observed,standing,weight,sigma,window,source,note\n";

    private const string Scores = Header
        + "error,Error,log-rmse,price,alpha-oxide;beta-oxide,home,2025,2026-Q2,,,year,,0.4,,0.3,,,1,0.2,,,\n"
        + "peak,Peak,peak-month,price,alpha-oxide,home,2025,2026,,,,-4,4,,,2025-08,predicted,,,to-2026,,\n"
        + "wedge,Wedge,wedge,price,alpha-oxide,abroad,2025,2025,,price/alpha-oxide/home,,1,2,,,,,0.5,,,,\n";

    private const string Yaml = "backtest: past\ntitle: The past\nholdout: 2026-12\nvariants:\n  - {id: one, title: One, scenario: baseline, sets: [thrift.floor=0.4], imposes: [peak]}\n";

    private readonly TinyWorld _world = new();

    public BacktestReaderTests() => Write("backtest.yaml", Yaml).Write("scores.csv", Scores).Write("free.csv", "id,low,high,scale,reason\nprice.anchor-months,2,20,log,why\n@cost,6,18,linear,why\n");

    public void Dispose() => _world.Dispose();

    private string Backtests => Path.Combine(Path.GetDirectoryName(_world.Worlds)!, "backtests");

    private BacktestReaderTests Write(string file, string text)
    {
        string path = Path.Combine(Backtests, "past", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    private Reading<Backtest> Read(string id = "past") => BacktestReader.Read(Backtests, id, _world.Scenarios, _world.Worlds);

    [Fact]
    public void What_is_right_is_read()
    {
        Reading<Backtest> reading = Read();
        Assert.True(reading.Succeeded, string.Join('\n', reading.Problems));
        Backtest backtest = reading.Value;
        Assert.Equal(["to-2026", "full"], [backtest.HoldoutWindow, Backtest.WindowUntil(null)]);
        Assert.Equal(0.4, backtest.Variants[0].Sets["parameters/thrift.floor/value"]);
        Assert.Equal(["parameters/price.anchor-months/value", "@cost"], backtest.Free.Select(f => f.Id));
        Score error = backtest.Scores[0];
        Assert.Equal((2, "2025-01", "2026-06", "calibrated"), (error.Series.Count, error.From.ToString(), error.To.ToString(), error.Standing));
        Assert.Equal(Offtake.Model.Quantities.Month.Of(2025, 8).Number, backtest.Scores[1].Observed);
        Assert.Equal(new SeriesName("price", "alpha-oxide", "home"), backtest.Scores[2].Against);
    }

    [Fact]
    public void An_unknown_backtest_is_refused_with_the_nearest_one() => Expect.Error(Read("pats"), "backtests", 0, "pats", "did you mean 'past'?");

    [Theory]
    [InlineData("price.ancor-months,2,20,log,why", "did you mean 'price.anchor-months'?")]
    [InlineData("@costs,6,18,linear,why", "did you mean '@cost'?")]
    [InlineData("@cost,18,6,linear,why", "low below high")]
    [InlineData("@cost,12,18,linear,why", "the world's own value lies outside the bounds")]
    [InlineData("@cost,0,18,log,why", "above 0")]
    [InlineData("@cost,6,18,lin,why", "unknown scale")]
    public void A_free_number_that_cannot_be_searched_is_refused(string row, string fragment)
    {
        Write("free.csv", "id,low,high,scale,reason\n" + row + "\n");
        Expect.Error(Read(), "free.csv", 2, fragment);
    }

    [Theory]
    [InlineData("x,X,log-rms,price,a,home,2025,2026,,,,,,,,,,,,,,", "did you mean 'log-rmse'?")]
    [InlineData("x,X,fall,price,a,home,2025,2026,,,,,,,,,,,,,,", "needs 'base'")]
    [InlineData("x,X,share,export,a,home,2025,2026,,,,,,,,,,,,,,", "needs 'against'")]
    [InlineData("x,X,share,export,a,home,2025,2026,,export,,,,,,,,,,,,", "variable/subject/region")]
    [InlineData("x,X,level,price,a;b,home,2025,2026,,,,,,,,,,,,,,", "is about one series")]
    [InlineData("x,X,log-rmse,price,a,home,2026,2025,,,,,,,,,,,,,,", "'to' lies before 'from'")]
    [InlineData("x,X,log-rmse,price,a,home,summer,2025,,,,,,,,,,,,,,", "is not a period")]
    [InlineData("x,X,direction,price,a,home,2025,2026,,,,28,,,,,,1,,,,", "cannot steer a search")]
    [InlineData("x,X,level,price,a,home,2025,2026,,,,,,,,,,1,,,,", "a weight without a band")]
    [InlineData("x,X,log-rmse,price,a,home,2025,2026,,,,,,,,,guessed,,,,,", "unknown standing")]
    public void A_score_that_makes_no_sense_is_refused(string row, string fragment)
    {
        Write("scores.csv", Header + row + "\n");
        Expect.Error(Read(), "scores.csv", 2, fragment);
    }

    [Fact]
    public void All_problems_of_all_files_are_told_at_once()
    {
        Write("backtest.yaml", Yaml.Replace("thrift.floor", "thrift.flor", StringComparison.Ordinal).Replace("imposes: [peak]", "imposes: [peek]", StringComparison.Ordinal));
        Write("mechanisms.csv", "id,title,sets,without\nthrift,Thrift,thrift.speed-per-yaer=0,\nquota,Quota,,quota-2025\nnothing,Nothing,,\n");
        Reading<Backtest> reading = Read();
        Expect.Error(reading, "backtest.yaml", 5, "did you mean 'thrift.floor'?");
        Expect.Error(reading, "backtest.yaml", 5, "did you mean 'peak'?");
        Expect.Error(reading, "mechanisms.csv", 2, "did you mean 'thrift.speed-per-year'?");
        Expect.Error(reading, "mechanisms.csv", 3, "did you mean 'quota-2024'?");
        Expect.Error(reading, "mechanisms.csv", 4, "nothing switches the mechanism off");
    }

    [Fact]
    public void A_fit_is_read_and_one_that_names_unknown_numbers_is_refused()
    {
        Write("fits.csv", "id,variant,window,seed,loss,freeze_drift,kick_left,world_sha256\none-full-1,one,full,1,0.5,1e-12,0.01,abc\n");
        Expect.Error(Read(), "fits.csv", 2, "the file of the fit is missing");
        Write("fits/one-full-1.csv", "id,value\nprice.anchor-months,7\n@cost,9\n");
        Fit fit = Assert.Single(Read().Value!.Fits);
        Assert.Equal((7.0, 9.0, 0.5), (fit.Values["parameters/price.anchor-months/value"], fit.Values["@cost"], fit.Loss));
        Write("fits/one-full-1.csv", "id,value\n@gone,7\n");
        Expect.Error(Read(), "one-full-1.csv", 2, "unknown number", "calibrate again");
        Assert.True(BacktestReader.Read(Backtests, "past", _world.Scenarios, _world.Worlds, withFits: false).Succeeded);
    }

    [Fact]
    public void An_observed_period_that_is_none_is_refused()
    {
        _world.Replace("observed.csv", ",2025,810", ",summer 2025,810");
        Expect.Error(_world.Read(), "observed.csv", 2, "is not a period");
    }
}
