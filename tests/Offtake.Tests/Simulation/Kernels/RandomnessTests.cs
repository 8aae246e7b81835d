using Offtake.Simulation.Nature;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>Random numbers against published answers, and the keys they hang on.</summary>
public sealed class RandomnessTests
{
    // Known answers of the Random123 distribution, philox4x32 with ten rounds.
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0ul, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xfffffffffffffffful, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0x299f31d0a4093822ul, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Philox_gives_its_published_answers(uint c0, uint c1, uint c2, uint c3, ulong key, uint a, uint b, uint c, uint d) =>
        Assert.Equal((a, b, c, d), Philox.Words(c0, c1, c2, c3, key));

    [Fact]
    public void A_unit_number_is_never_nought_nor_one()
    {
        Assert.Equal(Math.Pow(2.0, -53), Philox.Unit(0, 0));
        Assert.Equal(1.0 - Math.Pow(2.0, -53), Philox.Unit(uint.MaxValue, uint.MaxValue));
        Assert.Equal(0.5 + Math.Pow(2.0, -53), Philox.Unit(0x80000000u, 0));
    }

    // Published offset and prime of 64-bit FNV-1a; "a" hashes to af63dc4c8601ec8c, "foobar" to 85944171f73967e8.
    [Theory]
    [InlineData("", 0xcbf29ce484222325ul)]
    [InlineData("a", 0xaf63dc4c8601ec8cul)]
    [InlineData("foobar", 0x85944171f73967e8ul)]
    public void A_key_is_the_published_hash_of_its_id(string id, ulong key) => Assert.Equal(key, Chance.KeyOf(id));

    [Fact]
    public void Another_seed_future_month_entity_or_purpose_gives_another_number()
    {
        ulong pit = Chance.KeyOf("pit");
        var chance = new Chance(1, 2);
        double[] numbers =
        [
            chance.Unit(24_300, pit, Purpose.Outage),
            new Chance(2, 2).Unit(24_300, pit, Purpose.Outage),
            new Chance(1, 3).Unit(24_300, pit, Purpose.Outage),
            chance.Unit(24_301, pit, Purpose.Outage),
            chance.Unit(24_300, Chance.KeyOf("hill"), Purpose.Outage),
            .. Enum.GetValues<Purpose>().Where(p => p != Purpose.Outage).Select(p => chance.Unit(24_300, pit, p)),
            chance.Unit(pit, Purpose.Outage),
        ];
        Assert.Equal(numbers.Length, numbers.Distinct().Count());
        Assert.Equal(numbers[0], new Chance(1, 2).Unit(24_300, pit, Purpose.Outage));
    }

    // 10,000 pairs: the correlation of independent numbers has a standard deviation of 0.01.
    [Theory]
    [InlineData(Purpose.Outage, 0, 0)]
    [InlineData(Purpose.DemandShock, 1, 0)]
    [InlineData(Purpose.DemandShock, 0, 1)]
    public void Numbers_of_different_keys_are_independent(Purpose purpose, int laterFuture, int laterMonth)
    {
        ulong key = Chance.KeyOf("motors");
        double sum = 0.0;
        double mean = 0.0;
        double square = 0.0;
        for (int i = 0; i < 10_000; i++)
        {
            double x = new Chance(7, i % 100).Normal(24_000 + (i / 100), key, Purpose.DemandShock);
            double y = new Chance(7, (i % 100) + (1_000 * laterFuture)).Normal(24_000 + (i / 100) + (1_000 * laterMonth), key, purpose);
            sum += x * y / 10_000;
            mean += x / 10_000;
            square += x * x / 10_000;
        }

        Assert.InRange(sum, -0.045, 0.045);
        Assert.InRange(mean, -0.045, 0.045);
        Assert.InRange(square, 0.94, 1.06);
    }

    // Table values, to all digits of double precision.
    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(1.0, 0.841344746068542949)]
    [InlineData(-1.0, 0.158655253931457051)]
    [InlineData(1.959963984540054, 0.975)]
    [InlineData(2.0, 0.977249868051820793)]
    [InlineData(3.0, 0.998650101968369905)]
    public void The_area_below_a_point_is_that_of_the_tables(double z, double area)
    {
        Assert.Equal(area, NormalCurve.Area(z), 2e-15);
        Assert.Equal(z, NormalCurve.Quantile(area), 1e-13);
    }

    // Far tails: relative accuracy.
    [Theory]
    [InlineData(-5.0, 2.866515718791939e-7)]
    [InlineData(-6.0, 9.865876450376946e-10)]
    [InlineData(-8.0, 6.220960574271785e-16)]
    [InlineData(-10.0, 7.619853024160527e-24)]
    [InlineData(-20.0, 2.753624118606234e-89)]
    public void The_far_tails_are_those_of_the_tables(double z, double area)
    {
        Assert.InRange(NormalCurve.Area(z) / area, 1.0 - 1e-12, 1.0 + 1e-12);
        Assert.Equal(z, NormalCurve.Quantile(area), 1e-11);
    }

    [Fact]
    public void Area_and_quantile_are_inverse_everywhere()
    {
        for (int i = 1; i < 2_000; i++) Assert.Equal(i / 2_000.0, NormalCurve.Area(NormalCurve.Quantile(i / 2_000.0)), 3e-15);
    }

    [Fact]
    public void The_curve_is_symmetric()
    {
        for (int i = 1; i < 100; i++) Assert.Equal(1.0, NormalCurve.Area(i / 10.0) + NormalCurve.Area(-i / 10.0), 1e-15);
    }
}
