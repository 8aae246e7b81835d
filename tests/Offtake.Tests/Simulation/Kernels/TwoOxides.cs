using Offtake.Model.Quantities;
using Offtake.Simulation.Logistics;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>A dear and a cheap oxide under one export quota.</summary>
/// <remarks>
/// Both routes are used to 10 a month, no freight, the same price on both sides (20,000 and 2,000), slope 0.02, share 0.25:
/// at a rent λ a route asks for 10 − 12.5 ln(1 + λ / P).
/// </remarks>
internal sealed class TwoOxides
{
    public TwoOxides(ChainDraft? draft = null)
    {
        Bench = new Bench(draft);
        Dear = Prepare("a-oxide", 20_000);
        Cheap = Prepare("b-oxide", 2_000);
        Bench.Policies.ExportQuotaGroup[Dear] = Dear;
        Bench.Policies.ExportQuotaGroup[Cheap] = Dear;
    }

    public Bench Bench { get; }

    public int Dear { get; }

    public int Cheap { get; }

    public double Rent => Bench.State.RentNow[Dear].Value;

    /// <summary>What is asked for in a month whose quota is given, with what was left over from the month before.</summary>
    public (double Dear, double Cheap) Apply(double capPerMonth, int monthOfYear, double left = 0.0)
    {
        Bench.Policies.ExportQuotaPerMonth[Dear] = new Amount(capPerMonth);
        Bench.State.ExportQuotaLeft[Dear] = new Amount(left);
        SpotTrade.Request(Bench.State, Bench.Numbers);
        ExportQuota.Apply(Bench.State, Bench.Numbers, Month.Of(2025, monthOfYear));
        return (Bench.Months.Requested[Dear].Value, Bench.Months.Requested[Cheap].Value);
    }

    private int Prepare(string oxide, double price)
    {
        foreach (int m in new[] { Bench.Market(oxide), Bench.Market(oxide, Abroad) })
        {
            Bench.Numbers.Beta[m] = 1.0;
            Bench.Numbers.CoverMonths[m] = 2.0;
            Bench.State.ExpectedOrders[m] = new Amount(50);
            Bench.State.Price[m] = new UsdPerUnit(price);
        }

        int q = Bench.Route(oxide);
        Bench.Numbers.Freight[q] = UsdPerUnit.Zero;
        Bench.State.HabitualFlow[q] = new Amount(10);
        Bench.Months.OrdersOfMarket[Bench.Market(oxide, Abroad)] = new Amount(20);
        return q;
    }
}
