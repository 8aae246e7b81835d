using FsCheck;
using FsCheck.Fluent;

namespace Offtake.Laws.Tests.Chains;

/// <summary>Draws random plans and holds a law against each.</summary>
internal static class Plans
{
    private const int EndSize = 100;

    private static readonly Gen<bool> Coin = Gen.Elements(false, true);

    private static readonly Gen<ChainPlan> Any =
        from shape in Gen.Four(Gen.Choose(1, 3))
        from stages in Gen.Choose(1, 2)
        from flags in Gen.ArrayOf(Coin, 7)
        from seed in Gen.Choose(1, 1_000_000)
        select new ChainPlan(
            shape.Item1, flags[0], shape.Item2 + 1, shape.Item3, stages, shape.Item4, flags[1] && stages == 2, flags[2], flags[3], flags[4], flags[5], flags[6], seed);

    /// <summary>Holds a law against random plans. It says why it is broken, or nothing.</summary>
    /// <param name="cases">How many plans.</param>
    /// <param name="law">Null when it holds, otherwise what is wrong.</param>
    /// <param name="where">Which plans the law is about.</param>
    public static void Hold(int cases, Func<ChainPlan, string?> law, Func<ChainPlan, bool>? where = null)
    {
        Gen<ChainPlan> chosen = where is null ? Any : Any.Where(where);
        Arbitrary<ChainPlan> plans = Arb.From(chosen, plan => plan.Smaller().Where(p => where is null || where(p)));
        Property property = Prop.ForAll(plans, plan =>
        {
            string? broken = law(plan);
            return (broken is null).Label(broken ?? "holds");
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases).WithEndSize(EndSize).WithReplay(Seed, 1UL), property);
    }

    // The same plans every time, so that a law that fails can be seen to fail again; set OFFTAKE_LAWS_SEED to meet others.
    private static ulong Seed => ulong.TryParse(Environment.GetEnvironmentVariable("OFFTAKE_LAWS_SEED"), out ulong seed) ? seed : 20261121UL;
}
