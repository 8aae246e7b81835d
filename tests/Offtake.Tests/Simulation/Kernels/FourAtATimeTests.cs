using System.Runtime.Intrinsics;
using Offtake.Model.Quantities;
using Offtake.Simulation.Cities;
using Offtake.Simulation.Ledger;
using Offtake.Simulation.Nature;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>What is computed four at a time is what plain words say.</summary>
public class FourAtATimeTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(301)]
    public void A_weighted_sum_is_the_sum_of_the_products(int length)
    {
        double[] weight = Numbers(length, 1);
        double[] value = Numbers(length + 3, 2);
        double plain = 0.0;
        for (int i = 0; i < length; i++) plain += weight[i] * value[i];

        Assert.Equal(plain, Cohorts.WeightedSum(weight, value), 1e-12 * Math.Max(1.0, plain));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(13)]
    public void A_move_of_many_lanes_is_the_move_of_each(int lanes)
    {
        int from = 2, to = lanes + 3, all = (2 * lanes) + 5;
        (Tonnes[] held, Tonnes[] gone, Tonnes[] come) = (Lanes(all, 3), Lanes(all, 4), Lanes(all, 5));
        (Tonnes[] held1, Tonnes[] gone1, Tonnes[] come1) = ([.. held], [.. gone], [.. come]);
        const double fraction = 0.37;
        for (int j = 0; j < lanes; j++)
        {
            Tonnes content = held1[from + j] * fraction;
            held1[from + j] -= content;
            gone1[from + j] += content;
            held1[to + j] += content;
            come1[to + j] += content;
        }

        LaneSums.Move(held, gone, come, from, to, lanes, fraction);

        Assert.Equal(held1, held);
        Assert.Equal(gone1, gone);
        Assert.Equal(come1, come);
    }

    [Theory]
    [InlineData(-1, 4, 2)]
    [InlineData(0, 9, 2)]
    [InlineData(9, 0, 2)]
    public void A_move_beyond_the_lanes_there_are_is_refused(int from, int to, int lanes)
    {
        (Tonnes[] held, Tonnes[] gone, Tonnes[] come) = (Lanes(10, 3), Lanes(10, 4), Lanes(10, 5));

        Assert.Throws<ArgumentOutOfRangeException>(() => LaneSums.Move(held, gone, come, from, to, lanes, 0.5));
    }

    [Fact]
    public void Books_that_balance_pass_and_leave_the_bits_of_the_plain_check()
    {
        Books books = new(23);
        (Vector128<double>[] flow, Vector128<double>[] plain) = (new Vector128<double>[23], new Vector128<double>[23]);

        Assert.Equal(-1, books.Find(flow));
        Assert.Equal(-1, books.FindOneByOne(plain));
        Assert.Equal(plain, flow);
    }

    [Fact]
    public void The_flows_of_some_accounts_add_up()
    {
        var flow = new Vector128<double>[23];
        for (int a = 0; a < flow.Length; a++) flow[a] = Vector128.Create(a, 100.0 * a);
        int[] accounts = [0, 3, 4, 9, 11, 16, 22];

        Assert.Equal((65.0, 6_500.0), BookGaps.Sum(accounts, flow));
    }

    [Fact]
    public void A_balance_below_the_bound_is_seen_wherever_it_stands()
    {
        for (int at = 0; at < 11; at++)
        {
            double[] balance = [.. Enumerable.Repeat(0.0, 11)];
            Assert.False(BookGaps.AnyBelow(balance, -1.0));
            balance[at] = -2.0;
            Assert.True(BookGaps.AnyBelow(balance, -1.0));
        }
    }

    [Fact]
    public void Whichever_lane_is_off_is_found_and_a_number_that_is_none_as_well()
    {
        for (int lane = 0; lane < 23; lane++)
        {
            foreach (double off in new[] { 1e-6, -1e-6, double.NaN })
            {
                Books books = new(23);
                books.Closing[lane] += off;
                Assert.Equal(lane, books.Find(new Vector128<double>[23]));
            }
        }
    }

    private static double[] Numbers(int count, int entity) =>
        [.. Enumerable.Range(0, count).Select(i => new Chance(7, entity).Unit(i, (ulong)entity, Purpose.Search))];

    private static Tonnes[] Lanes(int count, int entity) => [.. Numbers(count, entity).Select(x => new Tonnes(x))];

    private sealed class Books(int lanes)
    {
        private readonly double[] _opening = Numbers(lanes, 8);
        private readonly double[] _into = Numbers(lanes, 9);
        private readonly double[] _outOf = Numbers(lanes, 10);

        public double[] Closing { get; } =
            [.. Enumerable.Range(0, lanes).Select(i => Numbers(lanes, 8)[i] + Numbers(lanes, 9)[i] - Numbers(lanes, 10)[i])];

        public int Find(Vector128<double>[] flow) => BookGaps.Find(_opening, Closing, _into, _outOf, 1e-7, 1e-13, flow);

        public int FindOneByOne(Vector128<double>[] flow) => BookGaps.FindOneByOne(_opening, Closing, _into, _outOf, 1e-7, 1e-13, flow);
    }
}
