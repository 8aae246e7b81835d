using Offtake.Model.Quantities;
using Offtake.Simulation.Cities;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>CIT-1 and CIT-2: how long goods stay in use.</summary>
public sealed class FleetTests
{
    // Known answer KA-7: mean life 5, standard deviation 1.5. Age 7 mirrors age 3: 1 − 0.908789.
    [Theory]
    [InlineData(0, 0.999571)]
    [InlineData(1, 0.996170)]
    [InlineData(2, 0.977250)]
    [InlineData(3, 0.908789)]
    [InlineData(4, 0.747507)]
    [InlineData(5, 0.5)]
    [InlineData(6, 0.252493)]
    [InlineData(7, 0.091211)]
    public void Survival_follows_the_normal_curve(int age, double share)
    {
        Assert.Equal(share, Survival.At(age, 5.0, 1.5), 5e-7);
        if (age > 0) Assert.Equal(share, Survival.ByMonth(5.0, 1.5)[12 * age], 5e-7);
    }

    // 5 + 4 x 1.5 = 11 years.
    [Fact]
    public void Goods_are_in_use_when_deployed_and_gone_at_the_last_age()
    {
        double[] share = Survival.ByMonth(5.0, 1.5);
        Assert.Equal(1.0, share[0]);
        Assert.Equal((11 * 12) + 1, share.Length);
        Assert.Equal(0.0, share[^1]);
        for (int a = 1; a < share.Length; a++) Assert.True(share[a] <= share[a - 1]);
    }

    // Known answer KA-6: inflow 1, 2, ... 10 a year, all put to use in January, lifetime five years.
    [Fact]
    public void A_fleet_is_the_sum_of_the_vintages_still_in_use()
    {
        (FleetBook book, int use) = Fleet(meanYears: 5.0, sdYears: 0.01, months: 120);
        double[] expected = [1, 3, 6, 10, 15, 20, 25, 30, 35, 40];
        Span<Tonnes> content = stackalloc Tonnes[1];
        double stock = 0.0;
        for (int month = 0; month < 120; month++)
        {
            bool january = month % 12 == 0;
            double inflow = january ? (month / 12) + 1 : 0.0;
            content[0] = new Tonnes(3.0 * inflow);
            book.Deploy(use, month, new Amount(inflow), content);
            stock += inflow - book.Retire(use, month, content).Value;
            if (month % 12 == 11) Near(expected[month / 12], stock);
        }
    }

    // A vintage with 3 t a piece, then one with 1 t: what retires brings back its own content.
    [Fact]
    public void Content_stays_with_its_vintage()
    {
        (FleetBook book, int use) = Fleet(meanYears: 1.0, sdYears: 0.01, months: 60);
        Span<Tonnes> content = stackalloc Tonnes[1];
        double retired = 0.0;
        double first = 0.0;
        for (int month = 0; month < 48; month++)
        {
            content[0] = new Tonnes(month == 0 ? 30 : month == 24 ? 10 : 0);
            book.Deploy(use, month, new Amount(month is 0 or 24 ? 10 : 0), content);
            retired += book.Retire(use, month, content).Value;
            if (month < 24) first += content[0].Value;
            else if (month == 24) Near(30, first);
        }

        Near(20, retired);
    }

    // Replacement: with a steady inflow of 10 a month the stock is 10 a month for each month of mean life, and as much retires as comes.
    [Fact]
    public void At_a_steady_inflow_as_much_retires_as_is_deployed()
    {
        var bench = new Bench();
        int use = bench.Use("motors-home-use");
        double[] share = Survival.ByMonth(5.0, 1.0);
        (FleetBook book, int k) = Fleet(5.0, 1.0, 240);
        Span<Tonnes> content = stackalloc Tonnes[1];
        double stock = 0.0;
        double retired = 0.0;
        for (int month = 0; month < 240; month++)
        {
            content[0] = new Tonnes(10);
            book.Deploy(k, month, new Amount(10), content);
            retired = book.Retire(k, month, content).Value;
            stock += 10 - retired;
        }

        Assert.Equal(use, k);
        Near(10, retired);
        Near(10 * share.Sum(), stock);
    }

    // The plain twin: every vintage one by one, those in use at the opening as well, and what its age takes of each.
    [Fact]
    public void What_retires_is_what_its_age_takes_of_every_vintage()
    {
        const int months = 90;
        const double openingUse = 4.0;
        (FleetBook book, int use) = Fleet(4.0, 1.5, months);
        var bench = new Bench();
        double[] share = Survival.ByMonth(4.0, 1.5);
        int ages = share.Length - 1;
        book.Open(use, openingUse, [new Tonnes(0.5)]);
        double Deployed(int month) => month < 0
            ? openingUse * bench.Future.Paths.Index(bench.Layout.Uses[use].Driver, bench.Layout.Chain.Opening + (month + 1))
            : 3.0 + Math.Sin(month);
        double Content(int month) => Deployed(month) * (month < 0 ? 0.5 : 0.1 * (month % 5));
        Span<Tonnes> content = stackalloc Tonnes[1];
        for (int month = 0; month < months; month++)
        {
            content[0] = new Tonnes(Content(month));
            book.Deploy(use, month, new Amount(Deployed(month)), content);
            double retired = 0.0;
            double retiredContent = 0.0;
            for (int age = 1; age <= ages; age++)
            {
                retired += (share[age - 1] - share[age]) * Deployed(month - age);
                retiredContent += (share[age - 1] - share[age]) * Content(month - age);
            }

            Near(retired, book.Retire(use, month, content).Value);
            Near(retiredContent, content[0].Value);
        }
    }

    private static (FleetBook Book, int Use) Fleet(double meanYears, double sdYears, int months)
    {
        var bench = new Bench();
        int use = bench.Use("motors-home-use");
        bench.Numbers.LifeMeanYears[use] = meanYears;
        bench.Numbers.LifeSdYears[use] = sdYears;
        var book = new FleetBook(bench.Layout, bench.Numbers, bench.Future.Paths, months);
        book.Open(use, 0.0, [new Tonnes(1)]);
        return (book, use);
    }
}
