using System.Globalization;
using Offtake.Model.Evidence;
using Offtake.Model.Quantities;

namespace Offtake.Model.Chain;

/// <summary>A commodity in a region: where its sellers hold stock and buyers order.</summary>
/// <param name="Commodity">Index of the commodity.</param>
/// <param name="Region">Index of the region.</param>
/// <param name="OpeningPrice">Posted price at the opening; null when it is the landed price from the main supplier, or set by formula.</param>
/// <param name="CoverMonths">Sellers' target cover; null for formula pricing.</param>
/// <param name="Beta">How strongly the price answers to cover (PRI-1); null for formula pricing.</param>
/// <param name="FloorShare">Storage or disposal floor as a share of the opening price; null when there is none.</param>
/// <param name="PayableShare">Formula pricing: share of the content's netback that is paid.</param>
/// <param name="ValuesAt">Formula pricing: index of the region whose prices value the content.</param>
public sealed record Market(
    int Commodity, int Region, Parameter? OpeningPrice, Parameter? CoverMonths, Parameter? Beta, Parameter? FloorShare, Parameter? PayableShare, int? ValuesAt);

/// <summary>An arc on which a commodity moves between two regions.</summary>
/// <param name="Commodity">Index of the commodity.</param>
/// <param name="From">Index of the region of origin.</param>
/// <param name="To">Index of the region of destination.</param>
/// <param name="FreightUsdPerUnit">Freight and handling.</param>
/// <param name="TransitMonths">Months under way, 1 to 3.</param>
/// <param name="Weight">Opening weight of the origin in the destination's imports; for formula commodities the share of the released stock that takes this route.</param>
public sealed record Route(int Commodity, int From, int To, Parameter FreightUsdPerUnit, Parameter TransitMonths, Parameter Weight);

/// <summary>Final demand for a commodity in a region or by a city.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Commodity">Index of the commodity.</param>
/// <param name="Region">Index of the region whose market serves it.</param>
/// <param name="City">Index of the city that buys; null for the region at large.</param>
/// <param name="AmountPerYear">Reference demand at the opening; null when it closes a balance.</param>
/// <param name="Closes">Index of the commodity whose world balance at the opening this use closes.</param>
/// <param name="ClosingShare">This place's share of that residual.</param>
/// <param name="Elasticity">Price elasticity of demand, as a positive number.</param>
/// <param name="Driver">Index of the driver of reference demand.</param>
/// <param name="CoverMonths">Stock its users aim to hold.</param>
/// <param name="Life">How long the goods stay in use; null when they are dissipated at once.</param>
/// <param name="Service">For cities: running cost and the fleet that covers the service; null elsewhere.</param>
/// <param name="Season">Index of the season by whose factors demand in a month is multiplied (DEM-10); null when all months are alike.</param>
public sealed record Use(
    string Id,
    string Title,
    int Commodity,
    int Region,
    int? City,
    Parameter? AmountPerYear,
    int? Closes,
    Parameter? ClosingShare,
    Parameter Elasticity,
    int Driver,
    Parameter CoverMonths,
    ServiceLife? Life,
    PublicFleet? Service,
    int? Season = null);

/// <summary>How long goods stay in use and what becomes of them.</summary>
/// <param name="MeanYears">Mean life of the normal survival curve.</param>
/// <param name="SdYears">Its standard deviation.</param>
/// <param name="CollectedShare">Share of retired goods that is collected; the rest goes to landfill.</param>
/// <param name="Scrap">Index of the commodity that collected goods become.</param>
public sealed record ServiceLife(Parameter MeanYears, Parameter SdYears, Parameter CollectedShare, int Scrap);

/// <summary>What a city's fleet costs to run and how large it must be to cover its service.</summary>
public sealed record PublicFleet(Parameter RunningCostUsdPerUnitYear, Parameter TargetAmount);

/// <summary>A dated path of reference demand, or of the capacity of facilities that name it. It is an input; outcomes are never drivers.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Values">Values by ascending time. For demand only ratios matter; for capacity the values themselves count, and may be zero.</param>
/// <param name="GrowthError">Standard deviation of the error in yearly growth after the opening.</param>
/// <param name="ShockSigma">Standard deviation of the monthly demand shock.</param>
/// <param name="ShockPersistence">Share of a month's shock that lasts into the next.</param>
public sealed record Driver(string Id, IReadOnlyList<DriverValue> Values, Parameter GrowthError, Parameter ShockSigma, Parameter ShockPersistence);

/// <summary>One value of a driver, for a year or for a month. No year has both.</summary>
/// <param name="From">First month it is for: a month, or January of a year.</param>
/// <param name="IsOfYear">Whether it is for a whole year.</param>
/// <param name="Value">The value.</param>
public sealed record DriverValue(Month From, bool IsOfYear, Parameter Value)
{
    /// <summary>The middle of its year or month on a line measured in years.</summary>
    public double Middle => IsOfYear ? From.Year + 0.5 : From.YearPosition;

    /// <summary>When it is for, as written: <c>2024</c> or <c>2024-06</c>.</summary>
    public string When => IsOfYear ? From.Year.ToString("0000", CultureInfo.InvariantCulture) : From.ToString();

    /// <summary>A value for a whole year.</summary>
    public static DriverValue OfYear(int year, Parameter value) => new(Month.Of(year, 1), true, value);

    /// <summary>A value for one month.</summary>
    public static DriverValue OfMonth(Month month, Parameter value) => new(month, false, value);
}
