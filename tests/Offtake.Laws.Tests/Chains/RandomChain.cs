using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Laws.Tests.Chains;

/// <summary>Writes down the chain of a plan: mines, one separation, makers, products, uses, recycling, routes both ways. Closing uses make it balance.</summary>
internal sealed class RandomChain
{
    private const double BlankPerPart = 1.4;
    private const double Kept = 0.7;
    private const double SwarfShare = 0.25;

    private readonly ChainPlan _plan;
    private readonly ChainDraft _draft;
    private readonly RandomNumbers _numbers;

    private RandomChain(ChainPlan plan)
    {
        _plan = plan;
        _numbers = new RandomNumbers(plan);
        _draft = new ChainDraft { Scatter = 0.05 };
        _draft.Behave("substitute.input-elasticity", 0.8);
    }

    /// <summary>The chain of a plan.</summary>
    public static ValueChain Of(ChainPlan plan) => new RandomChain(plan).Write();

    /// <summary>A scenario on the chain of a plan, with its measures if it has any.</summary>
    public static Scenario Scenario(ChainPlan plan, int months, Exogenous exogenous = Exogenous.Moving)
    {
        ValueChain chain = Of(plan);
        return TinyChain.Scenario(chain, months, exogenous, plan.Measures ? RandomMeasures.Of(plan, chain) : []);
    }

    /// <summary>A future of the plan, ready to walk; the central one when no future is named.</summary>
    public static Future Open(Scenario scenario, int? future = null) =>
        new(new ChainLayout(scenario.Chain), scenario, future is { } f ? new Chance(1, f) : null);

    private ValueChain Write()
    {
        _draft.Elements([.. _numbers.Elements]);
        for (int r = 0; r < _plan.Regions; r++) _draft.Region(R(r), _plan.FreeTrade ? 0.0 : Math.Round(Draw($"vat-{r}", 0.0, 0.2), 2));
        if (_plan.City) _draft.City("city", R(0), revenue: 1e9, deploymentShare: 0.3);
        double growth = _plan.Grows ? Draw("growth", -0.02, 0.08) : 0.0;
        _draft.Driver("driver", 0.02, 0.04, 0.6, (2000, 1.0), (2040, Math.Exp(40 * growth)));
        Month closed = _draft.Opening + 5;
        _draft.MonthlyDriver("dated", (_draft.Opening + -30, 0.3), (_draft.Opening + -3, 0.9), (closed, 0.0), (closed + 4, 1.2));
        if (_plan.Measures) MarketsPastTheLaw();
        Goods();
        Processes();
        for (int r = 0; r < _plan.Regions; r++) Mines(r);
        for (int r = 0; r < _plan.FullRegions; r++) Region(r);
        if (_plan.MineOnly && _plan.Regions > 1) _draft.Route("concentrate", R(_plan.Regions - 1), R(0), _numbers.ConcentrateValue * 0.01, 2);
        foreach ((string good, double price) in _numbers.Prices) Trade(good, price);
        foreach (string id in Wishes()) Assert.NotEmpty(id);
        return _draft.Build();
    }

    /// <summary>Rules of behaviour that only policy brings out.</summary>
    private void MarketsPastTheLaw()
    {
        _draft.Behave("licence.ask-months", Draw("ask-months", 1.0, 24.0));
        _draft.Behave("licence.usable-share", Draw("usable-share", 0.6, 1.0));
        _draft.Behave("trade.smuggled-share", Draw("smuggled-share", 0.0, 0.4));
        _draft.Behave("precaution.abroad-weight", Draw("abroad-weight", 0.0, 1.0));
        _draft.Behave("precaution.seller-share", Draw("seller-share", 0.0, 0.6));
        _draft.Behave("price.export-anchor-share", Draw("export-anchor-share", 0.0, 0.8));
    }

    private void Goods()
    {
        _draft.Commodity("concentrate", Basis.Reo, _numbers.Elements, Pricing.Formula, stage: "mining");
        foreach ((string oxide, string[] elements) in _numbers.Oxides)
            _draft.Commodity(oxide, Basis.Reo, elements, disposalCover: oxide == "oxide-0" ? null : 10);
        _draft.Commodity("blank", Basis.Gross, _numbers.BlankElements, refunded: true);
        if (_plan.Stages > 1) _draft.Commodity("part", Basis.Gross, _numbers.BlankElements, refunded: true);
        if (_plan.Swarf) _draft.Commodity("swarf", Basis.Reo, _numbers.BlankElements, Pricing.Formula);
        _draft.Commodity("scrap", Basis.Reo, _numbers.BlankElements, Pricing.Formula);
        for (int j = 0; j < _plan.Products; j++) _draft.Commodity($"product-{j}", Basis.Units, _numbers.BlankElements, refunded: true);
    }

    private void Processes()
    {
        double recovery = Draw("recovery", 0.7, 0.95);
        _draft.Process(new Recipe("mining", Drive.Margin, "concentrate") { Recovery = Draw("extraction", 0.4, 0.9), LeadMonths = 48 });
        _draft.Process(Parting("separation", "concentrate", recovery, _numbers.Oxides));
        if (HasRough) _draft.Process(Parting("rough-separation", "concentrate", 0.8 * recovery, _numbers.Oxides));
        List<Intake> inputs = [new("oxide-0", _numbers.MainRate, Elasticity: Draw("e-0", 0.0, 0.4), Thrift: 1)];
        if (_numbers.HasClosingRate) inputs.Add(new Intake("oxide-1", 0.02, Closes: true, Elasticity: 0.3, Thrift: 2, Displaces: Draw("substitutes", 0.0, 1.0) < 0.5 ? ("oxide-0", 1.5) : null));
        _draft.Process(new Recipe("blank-making", Drive.Orders, "blank") { AnchorsPrice = true, Inputs = inputs, Shares = [("blank", null, 0.95)], Yields = [("blank", 1)] });
        if (_plan.Stages > 1)
        {
            List<(string, string?, double)> shares = [("part", null, Kept)];
            if (_plan.Swarf) shares.Add(("swarf", null, SwarfShare));
            _draft.Process(new Recipe("part-making", Drive.Orders, "part") { AnchorsPrice = true, Inputs = [new("blank", BlankPerPart)], Shares = shares, Yields = [("part", 1)] });
        }

        for (int j = 0; j < _plan.Products; j++)
        {
            string good = $"product-{j}";
            _draft.Process(new Recipe($"making-{j}", Drive.Orders, good) { AnchorsPrice = true, Inputs = [new(_numbers.Material, _numbers.PerProduct(j))], Shares = [(good, null, 1)], Yields = [(good, 1)] });
        }

        var back = _numbers.Oxides.Take(_numbers.HasClosingRate ? 2 : 1).ToList();
        if (_plan.Swarf) _draft.Process(Parting("swarf-recycling", "swarf", 0.9, back));
        _draft.Process(Parting("scrap-recycling", "scrap", 0.85, back));
    }

    private static Recipe Parting(string id, string feed, double recovery, IReadOnlyList<(string Oxide, string[] Elements)> oxides) => new(id, Drive.Feed, "oxide-0")
    {
        AnchorsPrice = id == "separation",
        Inputs = [new Intake(feed, 1)],
        Shares = [.. oxides.SelectMany(o => o.Elements.Select(e => (o.Oxide, (string?)e, recovery)))],
        LeadMonths = 24,
    };

    private void Mines(int r)
    {
        for (int i = 0; i < _plan.Mines; i++)
        {
            string id = $"mine-{r}-{i}";
            double opening = _numbers.MineOpening(r, i);
            _draft.Ore($"ore-{r}-{i}", _numbers.Basket(r, i));
            double worth = _numbers.ValueOf(_numbers.Basket(r, i)) * 0.5;
            _draft.Facility(new Site(id, "mining", R(r), opening * Draw($"{id}-room", 1.0, 1.6), opening, worth * Draw($"{id}-cost", 0.5, 0.95))
            {
                Ore = $"ore-{r}-{i}", IsExpandable = i == 0, Driver = i == 1 && Draw($"{id}-dated", 0.0, 1.0) < 0.3 ? "dated" : null, TargetPressure = i == 1 ? 0.5 : 0.0,
            });
        }

        _draft.FormulaMarket("concentrate", R(r), 0.6, R(r < _plan.FullRegions ? r : 0));
    }

    private void Region(int r)
    {
        double feed = Enumerable.Range(0, _plan.Mines).Sum(i => _numbers.MineOpening(r, i));
        _draft.Facility(new Site($"separation-{r}", "separation", R(r), feed * Draw($"separation-{r}", 1.2, 1.6), feed, _numbers.ConcentrateValue * 0.1) { IsExpandable = true });
        if (HasRough && r == 0) _draft.Facility(new Site("rough-separation-0", "rough-separation", R(r), feed * 0.3, feed * 0.2, _numbers.ConcentrateValue * 0.05));
        Plant("blank-making", r, _numbers.Blanks, _numbers.PriceOf("blank") * 0.2, 2);
        if (_plan.Stages > 1) Plant("part-making", r, _numbers.Blanks / BlankPerPart, _numbers.PriceOf("part") * 0.2, 1);
        for (int j = 0; j < _plan.Products; j++) Plant($"making-{j}", r, _numbers.Demand(j), _numbers.PriceOf($"product-{j}") * 0.2, 1);
        if (_plan.Swarf)
        {
            _draft.Facility(new Site($"swarf-recycling-{r}", "swarf-recycling", R(r), 1.0, 0.5, 100) { IsExpandable = true });
            _draft.FormulaMarket("swarf", R(r), 0.7, R(r));
        }

        _draft.Facility(new Site($"scrap-recycling-{r}", "scrap-recycling", R(r), 1.0, 0.5, 200));
        _draft.FormulaMarket("scrap", R(r), 0.7, R(r));
    }

    private void Plant(string process, int r, double total, double cost, int plants)
    {
        for (int i = 0; i < plants; i++)
        {
            string id = $"{process}-{r}-{i}";
            double opening = total * _numbers.Weight($"{process}", r) * (plants == 1 ? 1.0 : i == 0 ? 0.3 : 0.7);
            _draft.Facility(new Site(id, process, R(r), opening * Draw($"{id}-room", 1.4, 2.0), opening, cost * Draw($"{id}-cost", 0.8, 1.2)) { IsExpandable = i == 0 });
        }
    }

    private void Trade(string good, double price)
    {
        for (int r = 0; r < _plan.FullRegions; r++)
        {
            _draft.PostedMarket(good, R(r), r == 0 ? price : null, Draw($"cover-{good}-{r}", 2.0, 4.5), Draw($"beta-{good}-{r}", 0.4, 1.0), floor: 0.05);
            for (int to = 0; to < _plan.FullRegions; to++)
            {
                if (to == r) continue;
                double freight = _plan.FreeTrade ? 0.0 : price * Draw($"freight-{good}-{r}-{to}", 0.002, 0.02);
                _draft.Route(good, R(r), R(to), freight, 1 + (int)Draw($"transit-{good}-{r}-{to}", 0, 2.999), Draw($"weight-{good}-{r}-{to}", 0.2, 1.0));
            }
        }
    }

    private IEnumerable<string> Wishes()
    {
        for (int r = 0; r < _plan.FullRegions; r++)
        {
            foreach ((string oxide, string[] _) in _numbers.Oxides)
            {
                bool elsewhere = (oxide == "oxide-0" && _plan.ClosesThroughParts) || (oxide == "oxide-1" && _numbers.HasClosingRate);
                if (!elsewhere) yield return Add(new Wish($"{oxide}-use-{r}", oxide, R(r), "driver") { Closes = oxide, ClosingShare = _numbers.Weight($"{oxide}-use", r) });
            }

            if (_plan.ClosesThroughParts)
                yield return Add(new Wish($"parts-use-{r}", _numbers.Material, R(r), "driver") { Closes = "oxide-0", ClosingShare = _numbers.Weight("parts-use", r) });
            for (int j = 0; j < _plan.Products; j++) yield return Add(ProductWish(j, r));
        }

        if (!_plan.City) yield break;
        yield return Add(ProductWish(0, 0) with { Id = "city-fleet", City = "city", Amount = 1e5 / _numbers.PriceOf("product-0"), Service = (1.0, 100.0) });
    }

    private Wish ProductWish(int j, int r) => new($"use-{j}-{r}", $"product-{j}", R(r), "driver")
    {
        Amount = _numbers.Demand(j) * _numbers.Weight($"use-{j}", r),
        Elasticity = Draw($"elasticity-{j}", 0.1, 0.8),
        Cover = Draw($"use-cover-{j}", 1.2, 2.5),
        Life = j % 2 == 0 ? (Draw($"life-{j}", 1.5, 8.0), Draw($"life-sd-{j}", 0.3, 1.5), Draw($"collected-{j}", 0.1, 0.9), "scrap") : null,
    };

    private string Add(Wish wish)
    {
        _draft.Use(wish);
        return wish.Id;
    }

    private double Draw(string name, double low, double high) => _plan.Draw(name, low, high);

    /// <summary>Whether a second recipe runs on the first region's concentrate.</summary>
    private bool HasRough => Draw("rough", 0.0, 1.0) < 0.3;

    private static string R(int r) => $"region-{r}";
}
