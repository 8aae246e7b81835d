using Offtake.Tests.Results;
using Offtake.Validation;

namespace Offtake.Tests.Validation;

public class KnownAnswersTests
{
    private const string Header = "id,case,calculation,inputs,expected,tolerance,tolerance_is,source\n";

    [Fact]
    public void Every_shipped_answer_is_met()
    {
        ValidationOutcome outcome = KnownAnswers.Run(ShippedAnswers.Folder);

        Assert.Empty(outcome.Problems);
        Assert.DoesNotContain(outcome.Checks, c => !c.IsMet);
        Assert.All(outcome.Checks, c => Assert.NotEmpty(c.Source));
        Assert.Superset(Enumerable.Range(1, 11).Select(i => $"KA-{i}").ToHashSet(), outcome.Checks.Select(c => c.Id).ToHashSet());
    }

    [Fact]
    public void Every_scenario_of_the_folder_is_compared_with_its_equilibrium() =>
        Assert.Equal(
            ShippedAnswers.Scenarios,
            File.ReadLines(Path.Combine(ShippedAnswers.Folder, "known-answers.csv")).Where(l => l.Contains(",frozen-shock,", StringComparison.Ordinal))
                .Select(l => l.Split("scenario=")[1].Split(',')[0]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("0.4097", false)]
    [InlineData("0.40961", false)]
    [InlineData("0.409605", true)]
    public void An_answer_is_missed_as_soon_as_it_is_off_by_more_than_its_tolerance(string expected, bool isMet)
    {
        ValidationOutcome outcome = Run($"X-1,Learning,learning,rate=0.2 output-ratio=16,{expected},9e-6,absolute,me\n");

        Assert.Equal(isMet, Assert.Single(outcome.Checks).IsMet);
    }

    [Theory]
    [InlineData("X-1,Learning,lerning,rate=0.2 output-ratio=16,1,1e-6,absolute,me", "unknown calculation 'lerning'", "did you mean 'learning'?")]
    [InlineData("X-1,Learning,learning,rate=0.2,1,1e-6,absolute,me", "'inputs' lack 'output-ratio'", "output-ratio=")]
    [InlineData("X-1,Learning,learning,rate=0.2 output-ratio=16 rat=3,1,1e-6,absolute,me", "has no use for the input 'rat'", "drop it")]
    [InlineData("X-1,Learning,learning,rate=0.2 output-ratio=16,,1e-6,absolute,me", "'expected' holds 0 numbers", "'1'")]
    [InlineData("X-1,Learning,learning,rate=x output-ratio=16,1,1e-6,absolute,me", "'rate' is not a number 'x'", "1250.5")]
    [InlineData("X-1,Learning,learning,rate=2 output-ratio=16,1,1e-6,absolute,me", "an input of 'learning' is out of range", "'2'")]
    [InlineData("X-1,Learning,learning,rate=0.2 output-ratio=16,1,0,absolute,me", "'tolerance' must be one number above 0", "'0'")]
    [InlineData("X-1,Learning,learning,rate=0.2 output-ratio=16,1,1e-6,about,me", "neither absolute nor relative", "'about'")]
    [InlineData("X-1,Learning,learning,rate=0.2 output-ratio=16,1,1e-6,absolute,", "without a source", "X-1")]
    [InlineData("X-1,A file,equilibrium,file=nowhere.yaml,,1e-6,relative,me", "the file has faults", "cannot be read")]
    [InlineData("X-1,A shock,frozen-shock,scenario=nowhere,,0.01,absolute,me", "the scenario cannot be read", "nowhere")]
    public void A_row_that_cannot_be_used_is_reported_with_its_line_and_the_others_are_run(string row, string what, string more)
    {
        ValidationOutcome outcome = Run("G-1,Good,learning,rate=0.2 output-ratio=2,0.8,1e-6,absolute,me\n" + row + "\n");

        Assert.Contains(outcome.Checks, c => c.Id == "G-1" && c.IsMet);
        string sentence = Assert.Single(outcome.Problems).Sentence;
        Assert.StartsWith("validation/known-answers.csv:3: ", sentence);
        Assert.Contains(what, sentence.Replace(": '", " '", StringComparison.Ordinal));
        Assert.Contains(more, sentence);
    }

    private static ValidationOutcome Run(string rows)
    {
        using ScratchFolder folder = new();
        File.WriteAllText(folder["known-answers.csv"], Header + rows);
        return KnownAnswers.Run(folder.Path);
    }
}
