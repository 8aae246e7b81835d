using BenchmarkDotNet.Attributes;
using Offtake.Experiments;
using Offtake.Experiments.Exploring;
using Offtake.Model.Studies;
using Offtake.Results.Studies;
using Offtake.Simulation.Nature;
using Offtake.World;

namespace Offtake.Bench;

/// <summary>The lake problem: one future under ten policies on one core, and ten thousand experiments stored, on all.</summary>
[MemoryDiagnoser]
public class LakeBenchmarks
{
    private Study _study = null!;
    private IStudyWorker _worker = null!;
    private Exploration _exploration = null!;
    private int _future;

    [GlobalSetup]
    public void Read()
    {
        _study = StudyModels.Read(FileFinder.Studies()!, "lake", FileFinder.Scenarios()!, FileFinder.Worlds()!).Value!;
        IStudyModel model = StudyModels.Of(_study);
        _exploration = new Exploration(_study, model);
        _worker = model.NewWorker();
    }

    [Benchmark]
    public StudyRow OneFuture() => _exploration.Walk(_future++ % _study.Futures, _worker);

    [Benchmark]
    public bool AllFuturesStored() => Stored(Environment.ProcessorCount, _exploration);

    [Benchmark]
    public bool AllFuturesOfNothingStored() => Stored(Environment.ProcessorCount, new Exploration(_study, new Idle()));

    private bool Stored(int workers, Exploration exploration)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("offtake-bench-");
        try
        {
            StudyHeader header = StudyHeader.Of(_study, ProgramName.WithVersion);
            StudyFolder results = StudyFolder.At(folder.FullName, null);
            using StudyStore store = results.Open(header, resume: false);
            bool isWhole = exploration.Run(StudySlice.Whole(header), store, workers);
            results.Finish(store, StudySlice.Whole(header));
            return isWhole;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // What storing takes when a model takes no time at all.
    private sealed class Idle : IStudyModel, IStudyWorker
    {
        public IStudyWorker NewWorker() => this;

        public string? Evaluate(int policy, Chance chance, int attempt, ReadOnlySpan<double> values, Span<double> outcomes)
        {
            outcomes.Fill(policy);
            return null;
        }
    }
}
