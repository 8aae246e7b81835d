using Offtake.Experiments;
using Offtake.Experiments.Exploring;
using Offtake.Model.Evidence;
using Offtake.Model.Studies;
using Offtake.Results.Studies;
using Offtake.Simulation.Nature;
using Offtake.Tests.Results;

namespace Offtake.Tests.Exploring;

public sealed class StudyStoreTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_full_disk_ends_the_walk_and_keeps_what_was_stored()
    {
        Study study = Study(5000);
        using (StudyStore store = StudyStore.Create(_scratch["full.sqlite"], StudyHeader.Of(study, "test")))
        {
            store.LimitPages(30);
            IOException refusal = Assert.Throws<IOException>(() => Explore(study, store, new Sum()));
            Assert.Contains("disk", refusal.Message, StringComparison.Ordinal);
        }

        using StudyStore again = StudyStore.Resume(_scratch["full.sqlite"]);
        Assert.InRange(again.Done.Count, 1, 4999);
        Assert.True(Explore(study, again, new Sum()));
        Assert.Equal(Digest(study), StudyFile.DigestOf(again.Rows()));
    }

    [Fact]
    public void A_worker_that_dies_ends_the_walk_with_the_number_of_its_future_and_keeps_what_was_stored()
    {
        Study study = Study(500);
        using StudyStore store = StudyStore.Create(_scratch["dies.sqlite"], StudyHeader.Of(study, "test"));
        FutureFailedException failure = Assert.Throws<FutureFailedException>(() => Explore(study, store, new Sum { DiesAt = 200 }));
        Assert.Equal(200, failure.Future);
        Assert.Contains("future 201", failure.Message, StringComparison.Ordinal);
        Assert.InRange(store.Done.Count, 1, 499);
        Assert.True(Explore(study, store, new Sum()));
        Assert.Equal(Digest(study), StudyFile.DigestOf(store.Rows()));
    }

    [Fact]
    public void A_future_whose_numbers_contradict_each_other_is_drawn_anew_for_all_policies()
    {
        Study study = Study(40);
        using StudyStore store = StudyStore.Create(_scratch["again.sqlite"], StudyHeader.Of(study, "test"));
        Assert.True(Explore(study, store, new Sum { Contradicts = (policy, attempt) => policy == 1 && attempt < 2 }));
        StudyRow[] rows = [.. store.Rows()];
        Assert.All(rows, r => Assert.Null(r.Refused));
        Assert.All(rows, r => Assert.Equal(2, r.Outcomes[1]));
        Assert.All(rows, r => Assert.Equal(2, r.Outcomes[3]));
    }

    [Fact]
    public void A_future_that_never_can_be_is_stored_with_its_reason_and_without_outcomes()
    {
        Study study = Study(3);
        using StudyStore store = StudyStore.Create(_scratch["never.sqlite"], StudyHeader.Of(study, "test"));
        Assert.True(Explore(study, store, new Sum { Contradicts = (_, _) => true }));
        Assert.All(store.Rows(), r => Assert.Equal("contradiction", r.Refused));
        StudyFile.Write(store.Header, StudySlice.Whole(store.Header), store.Rows(), _scratch["study.sqlite"]);
        using StudyResults results = StudyResults.Open(_scratch["study.sqlite"]);
        Assert.Equal(3, results.Refused().Count);
        Assert.All(results.Outcome(0, 0), v => Assert.True(double.IsNaN(v)));
    }

    [Fact]
    public void Columns_of_a_finished_file_are_those_that_were_stored()
    {
        Study study = Study(64);
        using StudyStore store = StudyStore.Create(_scratch["columns.sqlite"], StudyHeader.Of(study, "test"));
        Explore(study, store, new Sum());
        StudyRow[] rows = [.. store.Rows()];
        StudyFile.Write(store.Header, StudySlice.Whole(store.Header), rows, _scratch["study.sqlite"]);
        using StudyResults results = StudyResults.Open(_scratch["study.sqlite"]);
        Assert.Equal(rows.Select(r => r.Inputs[0]), results.Input(0));
        Assert.Equal(rows.Select(r => r.Outcomes[2]), results.Outcome(1, 0));
        Assert.Equal(StudyFile.DigestOf(rows), results.Digest);
        Assert.Empty(results.Header.DifferencesTo(StudyHeader.Of(study, "test")));
    }

    private static bool Explore(Study study, StudyStore store, Sum model) =>
        new Exploration(study, model).Run(StudySlice.Whole(store.Header), store, 3);

    private string Digest(Study study)
    {
        using StudyStore store = StudyStore.Create(_scratch[$"plain-{Guid.NewGuid():N}.sqlite"], StudyHeader.Of(study, "test"));
        Explore(study, store, new Sum());
        return StudyFile.DigestOf(store.Rows());
    }

    private static Study Study(int futures) => new(
        "sum", "A sum", "", "test", 7, futures, new Sampling(SamplingMethod.MonteCarlo, IndexDesign.None), true,
        [new Uncertainty("a", "A", "m", 0.5, Spread.Uniform(0, 1), new NumberChoice(["a"], false), false), new Uncertainty("b", "B", "m", 0.5, Spread.Uniform(0, 1), new NumberChoice(["b"], false), false)],
        [], [], [new Policy("one", "One", null, []), new Policy("two", "Two", null, [])],
        [new Outcome("sum", "Sum", "m", Better.Higher, null, null, "sum"), new Outcome("attempt", "Attempt", "times", Better.Unsaid, null, null, "attempt")],
        [], [], "0");

    /// <summary>Adds its inputs; dies or contradicts itself where asked to.</summary>
    private sealed class Sum : IStudyModel, IStudyWorker
    {
        public int DiesAt { get; init; } = -1;

        public Func<int, int, bool> Contradicts { get; init; } = (_, _) => false;

        public IStudyWorker NewWorker() => this;

        public string? Evaluate(int policy, Chance chance, int attempt, ReadOnlySpan<double> values, Span<double> outcomes)
        {
            if (chance.Future == DiesAt) throw new InvalidOperationException("the worker died");
            if (Contradicts(policy, attempt)) return "contradiction";
            outcomes[0] = values[0] + values[1] + policy;
            outcomes[1] = attempt;
            return null;
        }
    }
}
