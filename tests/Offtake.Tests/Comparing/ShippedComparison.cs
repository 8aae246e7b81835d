using Offtake.Experiments.Comparing;
using Offtake.Experiments.Exploring;
using Offtake.Model.Studies;
using Offtake.Results.Comparisons;
using Offtake.Results.Studies;
using Offtake.World;

namespace Offtake.Tests.Comparing;

/// <summary>Shipped scenarios walked in one future, once for all tests.</summary>
public sealed class ShippedComparison
{
    private readonly Lazy<ComparisonFindings> _arrangements = new(() => Find("baseline", "yuecheng", "western-toolkit", "aligned-west+retaliation", "baseline+export-stop"));
    private readonly Lazy<ComparisonFindings> _stopped = new(() => Find("baseline+export-stop", "yuecheng+export-stop"));

    /// <summary>Arrangements, and one scenario in which supply stops.</summary>
    internal ComparisonFindings Arrangements => _arrangements.Value;

    /// <summary>Two scenarios under one stop.</summary>
    internal ComparisonFindings Stopped => _stopped.Value;

    private static ComparisonFindings Find(params string[] scenarios)
    {
        string at = AppContext.BaseDirectory;
        Reading<ComparisonPlan> reading = ComparisonReader.Read(FileFinder.Comparisons(at)!, scenarios, FileFinder.Scenarios(at)!, FileFinder.Worlds(at)!, 1, 1);
        Assert.True(reading.Succeeded, string.Join('\n', reading.Problems));
        Study study = reading.Value.Study;
        ChainModel model = new(study);
        string path = Path.Combine(Path.GetTempPath(), $"offtake-compared-{Guid.NewGuid():N}.sqlite");
        StudyHeader header = StudyHeader.Of(study, "test");
        try
        {
            StudyFile.Write(header, StudySlice.Whole(header), [new Exploration(study, model).Walk(0, model.NewWorker())], path);
            using StudyResults results = StudyResults.Open(path);
            return ComparisonDiscovery.Of(results, reading.Value);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
