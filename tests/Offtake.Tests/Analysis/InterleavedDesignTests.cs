using Offtake.Analysis;

namespace Offtake.Tests.Analysis;

public class InterleavedDesignTests
{
    private static readonly string[] Names = ["a", "b", "c"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_design_is_found_in_its_own_rows_whatever_the_order_of_columns(bool secondOrder)
    {
        double[][] table = Table(secondOrder, out double[] y);
        SobolOutputs expected = SobolOutputs.Of(new PairDesign(3, 8, 1), Samples.Ishigami, secondOrder);

        InterleavedDesign design = InterleavedDesign.Find(["c", "a", "b"], [table[2], table[0], table[1]], secondOrder, out DesignMisfit? misfit)!;

        Assert.Null(misfit);
        SobolOutputs found = design.Outputs(y);
        Assert.Equal(expected.A, found.A);
        Assert.Equal(expected.B, found.B);
        Assert.Equal(expected.AB[2], found.AB[0]);
        Assert.Equal(expected.AB[0], found.AB[1]);
        if (secondOrder) Assert.Equal(expected.BA![1], found.BA![2]);
    }

    [Fact]
    public void A_table_for_second_order_serves_the_first_as_well() =>
        Assert.True(InterleavedDesign.Find(Names, Table(true, out _), false, out _)!.HasSecondOrder);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_changed_cell_anywhere_is_noticed_within_its_pair(bool secondOrder)
    {
        int size = InterleavedDesign.RowsOf(3, secondOrder);
        for (int column = 0; column < 3; column++)
        {
            for (int row = 0; row < 8 * size; row++)
            {
                double[][] table = Table(secondOrder, out _);
                table[column][row] += 1e-9;

                Assert.Null(InterleavedDesign.Find(Names, table, secondOrder, out DesignMisfit? misfit));
                Assert.Equal(row / size, misfit!.Row / size);
            }
        }
    }

    [Fact]
    public void A_missing_row_is_noticed_where_it_is_missing()
    {
        double[][] table = [.. Table(false, out _).Select(c => c.Where((_, r) => r != 12).ToArray())];

        Assert.Null(InterleavedDesign.Find(Names, table, false, out DesignMisfit? misfit));
        Assert.InRange(misfit!.Row, 10, 14);
    }

    [Fact]
    public void Futures_drawn_at_random_are_no_design()
    {
        double[][] table = [.. Names.Select((_, i) => Samples.Uniform(100, i))];

        Assert.Null(InterleavedDesign.Find(Names, table, false, out DesignMisfit? misfit));
        Assert.Equal(1, misfit!.Row);
        Assert.Contains("a, b, c", misfit.What);
    }

    private static double[][] Table(bool secondOrder, out double[] y)
    {
        double[][] rows = [.. InterleavedDesign.Rows(new PairDesign(3, 8, 1), secondOrder)];
        y = [.. rows.Select(r => Samples.Ishigami(r))];
        return [.. Enumerable.Range(0, 3).Select(i => rows.Select(r => r[i]).ToArray())];
    }
}
