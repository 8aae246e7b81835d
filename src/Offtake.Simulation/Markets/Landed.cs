using Offtake.Model.Quantities;

namespace Offtake.Simulation.Markets;

/// <summary>What goods from another region cost where they arrive.</summary>
/// <remarks>
/// Eq. PRI-2: L = ((P · refund · (1 + export duty) + freight + rent) · (1 + tariff)) · (1 + VAT at destination),
/// with refund = 1 / (1 + VAT at origin) where the tax is refunded on export and 1 where it is not.
/// Eq. PRI-7: a route whose landed price did not equal the price at its destination at the opening has a margin m = P / L of that month, and L · m is compared ever after.
/// </remarks>
internal static class Landed
{
    /// <summary>Price of goods as they leave the region of origin, before duty.</summary>
    public static UsdPerUnit AtBorder(ChainState state, ChainNumbers numbers, int route)
    {
        UsdPerUnit price = state.Price[state.Layout.RouteFrom[route]];
        return state.Layout.Lists.IsRefunded[route] ? price / (1.0 + numbers.Vat[state.Layout.Lists.Origin[route]]) : price;
    }

    /// <summary>Landed price on a route with its margin, comparable with the posted price at its destination.</summary>
    public static UsdPerUnit Price(ChainState state, ChainNumbers numbers, int route, UsdPerUnit rent)
    {
        UsdPerUnit beforeTariff = (AtBorder(state, numbers, route) * (1.0 + state.Policies.ExportDuty[route])) + numbers.Freight[route] + rent;
        return beforeTariff * ((1.0 + state.Policies.Tariff[route]) * (1.0 + numbers.Vat[state.Layout.Lists.Destination[route]]) * state.TradeMargin[route]);
    }

    /// <summary>Landed prices with their margins on some routes, US dollars a unit, into a column; the same as one by one.</summary>
    /// <param name="state">The chain.</param>
    /// <param name="numbers">Its numbers.</param>
    /// <param name="routes">Which routes.</param>
    /// <param name="rent">Rent by route, of all routes.</param>
    /// <param name="landed">Room for one number a route of <paramref name="routes"/>.</param>
    public static void Prices(ChainState state, ChainNumbers numbers, ReadOnlySpan<int> routes, ReadOnlySpan<UsdPerUnit> rent, Span<double> landed)
    {
        LayoutLists lists = state.Layout.Lists;
        int[] from = state.Layout.RouteFrom;
        int[] origin = lists.Origin;
        int[] destination = lists.Destination;
        bool[] isRefunded = lists.IsRefunded;
        UsdPerUnit[] price = state.Price;
        UsdPerUnit[] freight = numbers.Freight;
        double[] duty = state.Policies.ExportDuty;
        double[] tariff = state.Policies.Tariff;
        double[] margin = state.TradeMargin;
        Span<double> taxed = stackalloc double[numbers.Vat.Length];
        for (int r = 0; r < taxed.Length; r++) taxed[r] = 1.0 + numbers.Vat[r];
        for (int i = 0; i < routes.Length; i++)
        {
            int q = routes[i];
            UsdPerUnit border = price[from[q]];
            if (isRefunded[q]) border /= taxed[origin[q]];
            landed[i] = (((border * (1.0 + duty[q])) + freight[q] + rent[q]) * ((1.0 + tariff[q]) * taxed[destination[q]] * margin[q])).Value;
        }
    }

    /// <summary>Landed price of goods that pass no customs at the origin: neither duty nor rent, and no tax back (LOG-6).</summary>
    public static UsdPerUnit Smuggled(ChainState state, ChainNumbers numbers, int route)
    {
        UsdPerUnit beforeTariff = state.Price[state.Layout.RouteFrom[route]] + numbers.Freight[route];
        return beforeTariff * ((1.0 + state.Policies.Tariff[route]) * (1.0 + numbers.Vat[state.Layout.Lists.Destination[route]]) * state.TradeMargin[route]);
    }

    /// <summary>The posted price at the origin at which the landed price equals the posted price at the destination, without rent.</summary>
    public static UsdPerUnit Netback(ChainState state, ChainNumbers numbers, int route)
    {
        UsdPerUnit beforeTariff = state.Price[state.Layout.RouteTo[route]] / ((1.0 + state.Policies.Tariff[route]) * (1.0 + numbers.Vat[state.Layout.Lists.Destination[route]]) * state.TradeMargin[route]);
        UsdPerUnit atBorder = (beforeTariff - numbers.Freight[route]) / (1.0 + state.Policies.ExportDuty[route]);
        return state.Layout.Lists.IsRefunded[route] ? atBorder * (1.0 + numbers.Vat[state.Layout.Lists.Origin[route]]) : atBorder;
    }
}
