using System.Text.Json;
using System.Text.RegularExpressions;
using Offtake.Cli;
using Offtake.Tests.Cli;
using Offtake.Tests.Comparing;

namespace Offtake.Tests.Weighing;

/// <summary><c>offtake evidence weigh</c> from a shell.</summary>
public sealed class WeighCommandTests : IDisposable
{
    private readonly Shell _shell = WineComparison.In(new Shell());

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_weighing_writes_a_page_that_fetches_nothing_and_is_kept_for_later_reports()
    {
        Said said = _shell.Run("evidence", "weigh", "stop", "--against", "rice-wine", "--futures", "3", "--out", "out", "--outcome", "drunk");
        Assert.True(said.ExitCode == ExitCodes.Done, said.Error);

        string page = File.ReadAllText(_shell["out/weigh.html"]);
        Assert.DoesNotMatch(new Regex(@"<script|<link|<iframe|<img|<object|\bsrc=|url\(|@import|\son\w+=", RegexOptions.IgnoreCase), page);
        Assert.DoesNotMatch(new Regex(@"\bNaN\b|∞|Infinity"), page);
        Assert.Contains("Numbers by their strongest witness: ", said.Out, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(_shell["out/evidence/stop-against-rice-wine.json"]), File.ReadAllText(Assert.Single(Directory.GetFiles(_shell["runs/evidence"]))));
    }

    [Fact]
    public void A_later_run_of_the_same_scenario_shows_what_was_weighed_with_its_date()
    {
        Assert.Equal(ExitCodes.Done, _shell.Run("evidence", "weigh", "rice-wine", "--futures", "2", "--outcome", "drunk", "--out", "weighed").ExitCode);
        _shell.RunShort("first", "rice-wine");

        string page = File.ReadAllText(_shell["first/report.html"]);
        Assert.Contains("How much hangs on which evidence", page, StringComparison.Ordinal);
        Assert.Contains(_shell.Json("weighed/evidence/rice-wine.json").GetProperty("made").GetString()![..10], page, StringComparison.Ordinal);
        Assert.DoesNotContain("outdated", page, StringComparison.Ordinal);

        File.AppendAllText(_shell["scenarios/rice-wine/scenario.yaml"], "# changed\n");
        _shell.RunShort("second", "rice-wine");
        Assert.Contains("outdated", File.ReadAllText(_shell["second/report.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_verdict_that_settles_a_claim_makes_a_weighing_outdated_and_one_that_does_not_leaves_it_as_it_was()
    {
        Assert.Equal(ExitCodes.Done, _shell.Run("evidence", "weigh", "rice-wine", "--futures", "2", "--outcome", "drunk", "--out", "weighed").ExitCode);
        Assert.Equal((false, true), (IsOutdatedAfter("disputed"), IsOutdatedAfter("confirmed")));

        bool IsOutdatedAfter(string verdict)
        {
            Directory.CreateDirectory(_shell["verdicts"]);
            File.WriteAllText(_shell["verdicts/rice-wine.csv"], "claim,aspect,verdict,date,check,record_sha256,arithmetic\n" + string.Concat(new[] { "done", "caused" }.Select(a => $"YC-10,{a},{verdict},2026-01-01,wine,00,by hand\n")));
            _shell.RunShort(verdict, "rice-wine");
            return File.ReadAllText(_shell[$"{verdict}/report.html"]).Contains("outdated", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_made_up_claim_in_the_table_of_claims_moves_its_share_and_taking_it_out_moves_it_back()
    {
        string table = _shell["worlds/rice-wine/claims.csv"], asItWas = File.ReadAllText(table);
        JsonElement before = Weighed("before");
        File.AppendAllText(table, "FAKE-01,yuecheng,mechanism,People drink whatever is said of them,,,2026,seed-000,unverified,unverified,unverified,nobody,uses/*/*;drivers/*/*,made up\n");
        JsonElement after = Weighed("after");
        File.WriteAllText(table, asItWas);
        JsonElement again = Weighed("again");

        Assert.True(Share(after) > Share(before) + 0.01, $"{Share(before)} {Share(after)}");
        Assert.Equal(before.GetProperty("outcomes").GetRawText(), again.GetProperty("outcomes").GetRawText());
        Assert.Equal(before.GetProperty("groups").GetRawText(), again.GetProperty("groups").GetRawText());

        static double Share(JsonElement w) => w.GetProperty("outcomes")[0].GetProperty("totalOrder")[0].GetProperty("value").GetDouble();
    }

    [Fact]
    public void The_first_screen_of_a_later_comparison_says_what_hangs_on_unverified_claims_and_when_it_was_weighed()
    {
        Assert.Equal(ExitCodes.Done, _shell.Run("evidence", "weigh", "stop", "--against", "rice-wine", "--futures", "4", "--outcome", "drunk", "--out", "weighed").ExitCode);
        Said said = _shell.Run("compare", "rice-wine", "stop", "--futures", "2", "--out", "compared");

        Assert.True(said.ExitCode == ExitCodes.Done, said.Error);
        string day = _shell.Json("weighed/evidence/stop-against-rice-wine.json").GetProperty("made").GetString()![..10];
        string verdict = _shell.Json("compared/compare.json").GetProperty("verdict").GetRawText();
        Assert.Contains("hangs on unverified claims", verdict, StringComparison.Ordinal);
        Assert.Contains($"(weighed {day})", verdict, StringComparison.Ordinal);
    }

    private JsonElement Weighed(string folder)
    {
        Said said = _shell.Run("evidence", "weigh", "rice-wine", "--futures", "12", "--outcome", "drunk", "--out", folder);
        Assert.True(said.ExitCode == ExitCodes.Done, said.Error);
        return _shell.Json($"{folder}/evidence/rice-wine.json");
    }

    [Theory]
    [InlineData("unknown outcome", "--outcome", "drink", "did you mean 'drunk'?")]
    [InlineData("itself", "--against", "stop", "differs from itself in nothing")]
    [InlineData("too few", "--futures", "1", "whole numbers from 2")]
    public void What_cannot_be_weighed_is_refused_with_a_remedy(string what, string option, string value, string sentence)
    {
        Said said = _shell.Run("evidence", "weigh", "stop", option, value);

        Assert.True(said.ExitCode == ExitCodes.BadInput, what);
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        Assert.Empty(said.Out);
        Assert.False(Directory.Exists(_shell["runs"]));
    }
}
