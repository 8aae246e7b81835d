using Offtake.Model.Scenarios;
using Offtake.World;

namespace Offtake.Validation.FrozenShock;

/// <summary>Whether the inventory market, left alone after a shock, comes to rest where the spatial equilibrium of the same data is.</summary>
internal static class ShockAnswers
{
    private const string Worlds = "worlds", Scenarios = "scenarios";

    /// <summary>One check each for prices, trade, use and mines: the largest difference from the equilibrium, expected to be nothing.</summary>
    /// <exception cref="AnswerException">World or scenario cannot be used.</exception>
    public static IEnumerable<Check> Run(AnswerRow row, string folder)
    {
        string name = row.Inputs.Text("scenario");
        Reading<Scenario> reading = ScenarioReader.Read(Path.Combine(folder, Scenarios), name, Path.Combine(folder, Worlds));
        if (reading.Value is not { } scenario) throw new AnswerException("the scenario cannot be read:", name, reading.Problems[0].Sentence.TrimEnd('.'));
        RestingPoint rest = RestingPoint.Of(scenario);
        return
        [
            Found("prices", rest.LargestGapOfPrices),
            Found("trade", rest.LargestGapOfTrade),
            Found("use", rest.LargestGapOfUse),
            Found("output of mines", rest.LargestGapOfMines),
        ];

        Check Found(string what, double gap) => new(row.Id, row.Case, $"largest gap of {what}", row.Source, 0.0, row.Tolerance, gap);
    }
}
