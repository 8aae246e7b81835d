using Offtake.History.Search;

namespace Offtake.Tests.History;

/// <summary>BCK-11: the search finds what is known, and always the same.</summary>
public sealed class DifferentialEvolutionTests
{
    private static readonly Func<double[], double> Sphere = x => x.Sum(u => (u - 0.3) * (u - 0.3));

    // Rosenbrock's valley with its minimum at 1 in every coordinate, on the cube from -2 to 2.
    private static readonly Func<double[], double> Valley = x =>
    {
        double sum = 0.0;
        for (int d = 0; d + 1 < x.Length; d++)
        {
            double a = (4.0 * x[d]) - 2.0, b = (4.0 * x[d + 1]) - 2.0;
            sum += (100.0 * (b - (a * a)) * (b - (a * a))) + ((1.0 - a) * (1.0 - a));
        }

        return sum;
    };

    // Rastrigin's function: ten to the power of the dimensions of local minima.
    private static readonly Func<double[], double> Egg = x => x.Sum(u =>
    {
        double z = 10.24 * (u - 0.4);
        return (z * z) - (10.0 * Math.Cos(2.0 * Math.PI * z)) + 10.0;
    });

    private static Minimum Search(Func<double[], double> f, int dimensions, int generations, int workers = 2, ulong seed = 1) =>
        new DifferentialEvolution((x, _) => f(x), [.. Enumerable.Repeat(0.5, dimensions)], new SearchPlan(seed, 40, generations, workers)).Run();

    [Fact]
    public void The_bottom_of_a_bowl_is_found() => Assert.All(Search(Sphere, 10, 300).Point, u => Assert.Equal(0.3, u, 1e-4));

    [Fact]
    public void The_end_of_a_bent_valley_is_found() => Assert.All(Search(Valley, 5, 600).Point, u => Assert.Equal(0.75, u, 1e-2));

    [Fact]
    public void The_deepest_of_many_hollows_is_found() => Assert.True(Search(Egg, 5, 600).Loss < 1e-3);

    [Fact]
    public void A_minimum_on_the_edge_is_reached() => Assert.All(Search(x => x.Sum(), 4, 300).Point, u => Assert.InRange(u, 0.0, 1e-6));

    [Fact]
    public void Workers_do_not_change_a_bit()
    {
        Minimum one = Search(Valley, 5, 60, workers: 1), three = Search(Valley, 5, 60, workers: 3);
        Assert.Equal(one.Point, three.Point);
        Assert.Equal(one.Loss, three.Loss);
    }

    [Fact]
    public void Another_seed_takes_another_way() => Assert.NotEqual(Search(Valley, 5, 30, seed: 1).Point, Search(Valley, 5, 30, seed: 2).Point);

    [Fact]
    public void A_function_may_give_up_once_it_cannot_win()
    {
        var lazy = new DifferentialEvolution((x, bound) => Math.Min(Sphere(x), bound), [0.5, 0.5, 0.5], new SearchPlan(3, 20, 100, 1)).Run();
        var eager = new DifferentialEvolution((x, _) => Sphere(x), [0.5, 0.5, 0.5], new SearchPlan(3, 20, 100, 1)).Run();
        Assert.Equal(eager.Loss, lazy.Loss, 1e-6);
    }

    [Fact]
    public void A_search_that_is_stopped_keeps_its_best()
    {
        using CancellationTokenSource stop = new();
        int rounds = 0;
        Minimum found = new DifferentialEvolution((x, _) => Sphere(x), [0.5, 0.5], new SearchPlan(1, 10, 1000, 1)).Run(new After(() => { if (++rounds == 5) stop.Cancel(); }), stop.Token);
        Assert.InRange(found.Generations, 1, 10);
        Assert.Equal(Sphere(found.Point), found.Loss);
    }

    private sealed class After(Action told) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => told();
    }
}
