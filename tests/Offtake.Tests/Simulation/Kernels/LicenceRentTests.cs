using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>LOG-5: what the firms that hold an export quota ask for it.</summary>
public sealed class LicenceRentTests
{
    private static TwoOxides Under(double askMonths, double usableShare = 1.0) =>
        new(TinyChain.Draft().Behave("licence.ask-months", askMonths).Behave("licence.usable-share", usableShare));

    private static double Sum((double Dear, double Cheap) flows) => flows.Dear + flows.Cheap;

    [Fact]
    public void With_a_memory_of_one_month_the_rent_is_the_one_that_just_fits()
    {
        TwoOxides oxides = Under(1);
        oxides.Apply(15, 2);
        Assert.True(oxides.Rent > 0.0);
        Near(20, Sum(oxides.Apply(30, 3)));
        Assert.Equal(0.0, oxides.Rent);
    }

    // Thirty a month would leave room for all of twenty, but the holders still ask eleven twelfths of what fitted fifteen.
    [Fact]
    public void The_asked_rent_falls_slowly_while_part_of_the_quota_lies_unused()
    {
        TwoOxides oxides = Under(12);
        oxides.Apply(15, 2);
        double before = oxides.Rent;
        double carried = Sum(oxides.Apply(30, 3));
        Near(before * 11.0 / 12.0, oxides.Rent);
        Assert.InRange(carried, 15.0, 16.0);
        Near(20 - (12.5 * Math.Log((1.0 + (oxides.Rent / 20_000)) * (1.0 + (oxides.Rent / 2_000)))), carried);
    }

    [Fact]
    public void The_asked_rent_rises_at_once_when_the_quota_binds_harder()
    {
        TwoOxides oxides = Under(12);
        oxides.Apply(15, 2);
        double before = oxides.Rent;
        Assert.Equal(10, Sum(oxides.Apply(10, 3)), 1e-6);
        Assert.True(oxides.Rent > before);
    }

    [Fact]
    public void A_quota_that_never_bound_has_no_rent() => Assert.Equal(0.0, RentAfter(Under(12), 30, 30));

    private static double RentAfter(TwoOxides oxides, params double[] caps)
    {
        foreach (double cap in caps) oxides.Apply(cap, 2);
        return oxides.Rent;
    }

    [Fact]
    public void Holders_who_cannot_ship_leave_their_share_of_the_quota_unused()
    {
        Assert.Equal(15, Sum(Under(1, 0.75).Apply(20, 1)), 1e-6);
        Assert.Equal(Under(1, 0.75).Apply(20, 1), Under(1).Apply(15, 1));
    }

    // December's measure covers both routes, January's two measures one each and in another order.
    [Fact]
    public void What_holders_ask_survives_the_change_of_year_and_of_the_measure()
    {
        TwoOxides oxides = Under(12);
        oxides.Apply(15, 12);
        double before = oxides.Rent;
        Bench bench = oxides.Bench;
        bench.Policies.Clear();
        bench.Enact(InstrumentKind.ExportQuota, 600, bench.OnRoute("b-oxide")).Enact(InstrumentKind.ExportQuota, 600, bench.OnRoute("a-oxide"));
        oxides.Apply(50, 1);
        Near(before * 11.0 / 12.0, bench.State.RentNow[oxides.Dear].Value);
        Near(before * 11.0 / 12.0, bench.State.RentNow[oxides.Cheap].Value);
    }

    [Fact]
    public void When_a_quota_ends_what_its_holders_asked_ends_with_it()
    {
        TwoOxides oxides = Under(12);
        oxides.Apply(15, 2);
        oxides.Bench.Policies.Clear();
        Near(20, Sum(oxides.Apply(double.NaN, 3)));
        Assert.Equal(0.0, oxides.Rent);
    }

    [Fact]
    public void Importers_take_up_what_is_asked_not_only_what_fits()
    {
        TwoOxides oxides = Under(12);
        oxides.Apply(15, 2);
        double smooth = oxides.Bench.State.Rent[oxides.Dear].Value;
        oxides.Apply(30, 3);
        Near(smooth + ((oxides.Rent - smooth) / 4.0), oxides.Bench.State.Rent[oxides.Dear].Value);
    }

    [Fact]
    public void A_quota_is_numbered_alike_however_its_routes_are_ordered()
    {
        var one = new Bench();
        one.Enact(InstrumentKind.ExportQuota, 120, one.OnRoute("a-oxide"), one.OnRoute("motor"));
        var other = new Bench();
        other.Enact(InstrumentKind.ExportQuota, 120, other.OnRoute("motor"), other.OnRoute("a-oxide"));
        Assert.Equal(one.Policies.ExportQuotaGroup, other.Policies.ExportQuotaGroup);
        Assert.Equal(new Amount(10), other.Policies.ExportQuotaPerMonth[other.Route("a-oxide")]);
    }
}
