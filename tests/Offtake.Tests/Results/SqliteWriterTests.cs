using Offtake.Results;
using static Offtake.Tests.Results.SampleRun;

namespace Offtake.Tests.Results;

public sealed class SqliteWriterTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    private string Database => _folder["results.sqlite"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_month_of_every_future_is_there()
    {
        SqliteWriter.Write(SampleRun.Of(futures: 3, months: 24), Database);

        Assert.Equal(["144|3|24|2025-01|2026-12"],
            Query(Database, "select count(*), count(distinct future), count(distinct period), min(period), max(period) from market"));
        Assert.Equal(["6|2025|2026"], Query(Database, "select count(*), min(period), max(period) from flow"));
    }

    [Fact]
    public void A_row_holds_the_numbers_of_its_keys()
    {
        SqliteWriter.Write(SampleRun.Of(), Database);

        Assert.Equal([$"2|2025-06|oxide|coast|separation|t|posted|{Value(1, 1, 5)}|{Value(1, 1, 5)}|{Value(1, 1, 5)}"],
            Query(Database, "select * from market where future = 2 and period = '2025-06' and region = 'coast'"));
        Assert.Equal(["integer|text|real"],
            Query(Database, "select typeof(future), typeof(period), typeof(price_usd_per_unit) from market limit 1"));
    }

    [Fact]
    public void A_value_that_does_not_exist_is_null_and_a_blank_key_is_blank()
    {
        RunResults run = SampleRun.Of();
        run.Panels["use"].Row(0, 2, 0)[0] = double.NaN;
        SqliteWriter.Write(run, Database);

        Assert.Equal(["NULL|2"], Query(Database, "select used_amount, in_use_amount from use where future = 1 and period = '2025-03'"));
        Assert.Equal(["text||72"], Query(Database, "select typeof(city), city, count(*) from use group by 1, 2"));
    }

    [Fact]
    public void Names_that_are_words_of_sql_are_kept()
    {
        SqliteWriter.Write(SampleRun.Of(), Database);

        Assert.Equal(["inland|coast"], Query(Database, """select distinct "from", "to" from route"""));
    }

    [Fact]
    public void Names_and_texts_with_quotes_are_kept()
    {
        RunResults run = SampleRun.Of() with { Warnings = ["It's \"odd\"; drop table market"] };
        Panel odd = new("odd \"panel\"", ["a\"b"], [["x'y"]], [new("v_t", "V", "t")], Frequency.Monthly, 3, From, 24);
        SqliteWriter.Write(run.WithPanel(odd), Database);

        Assert.Equal(["72"], Query(Database, "select count(*) from \"odd \"\"panel\"\"\" where \"a\"\"b\" = 'x''y'"));
        Assert.Equal(["It's \"odd\"; drop table market"], Query(Database, "select sentence from warning"));
    }

    [Fact]
    public void Every_column_of_every_table_is_explained()
    {
        SqliteWriter.Write(SampleRun.Of(), Database);
        string[] real = Query(Database,
            "select m.name, c.name from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' order by 1, 2");

        Assert.Equal(real, Query(Database, "select table_name, name from \"column\" order by 1, 2"));
        Assert.Empty(Query(Database, "select * from \"column\" where title = ''"));
        Assert.Equal(["Price|USD per unit"], Query(Database, "select title, unit from \"column\" where name = 'price_usd_per_unit'"));
    }

    [Fact]
    public void Digests_events_figures_and_evidence_are_there()
    {
        SqliteWriter.Write(SampleRun.Of(), Database);

        Assert.Equal(["d1-2"], Query(Database, "select sha256 from digest where future = 2 and month = '2025-03'"));
        Assert.Equal(["2|2025-04|mine-closed|pit|5|t"], Query(Database, "select * from event where kind = 'mine-closed'"));
        Assert.Equal(["1|1|2.5|NULL|predicted", "2|2|2.5|NULL|predicted", "3|3|2.5|NULL|predicted"],
            Query(Database, "select future, modelled, observed, observed_low, standing from figure where id = 'output'"));
        Assert.Equal(["NULL|NULL|4|3|5"],
            Query(Database, "select future, modelled, observed, observed_low, observed_high from figure where id = 'unmodelled'"));
        Assert.Equal(["life|10|8|12|years|a guess|1"], Query(Database, "select * from assumption"));
        Assert.Equal(["s1|Survey office|2025|survey|Yearbook|shelf 3|3"], Query(Database, "select * from source"));
        Assert.Equal(["baseline", "7"], Query(Database, "select value from manifest where key in ('scenario', 'seed')"));
        Assert.Equal(["Inland"], Query(Database, "select title from title where id = 'inland'"));
    }

    [Fact]
    public void Futures_that_were_stopped_are_left_out()
    {
        RunResults run = SampleRun.Of(futures: 3);
        for (int period = 4; period < 24; period++) run.Panels["market"].Row(1, period, 0).Fill(double.NaN);
        IReadOnlyList<string>[] digests = [.. run.Manifest.MonthDigests];
        digests[1] = [.. digests[1].Take(4)];
        run = run with
        {
            Manifest = run.Manifest with { Stopped = true, MonthDigests = digests, Digests = ["final0", "final2"] },
            Figures = [run.Figures[0] with { Modelled = [10, 30] }],
        };
        SqliteWriter.Write(run, Database);

        Assert.Equal(["1", "3"], Query(Database, "select distinct future from market"));
        Assert.Equal(["1|10", "3|30"], Query(Database, "select future, modelled from figure"));
        Assert.Equal(["2", "yes"], Query(Database, "select value from manifest where key in ('futures_done', 'stopped')"));
    }

    [Fact]
    public void The_file_says_its_schema_version_and_is_sound()
    {
        SqliteWriter.Write(SampleRun.Of(), Database);

        Assert.Equal([$"{SqliteWriter.SchemaVersion}"], Query(Database, "pragma user_version"));
        Assert.Equal(["ok"], Query(Database, "pragma integrity_check"));
        Assert.Equal(["results.sqlite"], _folder.Names);
    }

    [Fact]
    public void Workers_and_seconds_do_not_change_a_byte()
    {
        RunResults run = SampleRun.Of();
        SqliteWriter.Write(run, Database);
        SqliteWriter.Write(run with { Manifest = run.Manifest with { Workers = 1, RunSeconds = 99 } }, _folder["again.sqlite"]);

        Assert.Equal(File.ReadAllBytes(Database), File.ReadAllBytes(_folder["again.sqlite"]));
    }

    [Fact]
    public void A_half_written_database_never_carries_the_final_name()
    {
        // The table of the second panel exists already, so that writing fails after the first.
        Panel clash = new("zone", ["k"], [["x"]], [new("k", "Twice", "t")], Frequency.Monthly, 3, From, 24);
        IOException failure = Assert.Throws<IOException>(() => SqliteWriter.Write(SampleRun.Of().WithPanel(clash), Database));

        Assert.Contains("duplicate column name", failure.Message);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void What_a_crashed_run_left_behind_is_no_obstacle()
    {
        File.WriteAllText(Database + ".part", "half a database");
        SqliteWriter.Write(SampleRun.Of(), Database);

        Assert.Equal(["results.sqlite"], _folder.Names);
        Assert.Equal(["ok"], Query(Database, "pragma integrity_check"));
    }

    [Fact]
    public void An_older_database_is_not_written_over()
    {
        File.WriteAllText(Database, "precious");

        Assert.Contains("never written over", Assert.Throws<IOException>(() => SqliteWriter.Write(SampleRun.Of(), Database)).Message);
        Assert.Equal("precious", File.ReadAllText(Database));
    }
}
