using Offtake.Model.Chain;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Innovations;

/// <summary>Numbers of research and projects in one future. Times are in months.</summary>
public sealed class ResearchNumbers
{
    internal ResearchNumbers(ValueChain chain, Research research, ParameterDraw draw)
    {
        ResearchRules rules = research.Rules;
        BirthsPerMillionUsd = draw.Of(rules.BirthsPerMillionUsd);
        StageMonths = [draw.Of(rules.LabMonths), draw.Of(rules.PilotMonths), draw.Of(rules.ScaleMonths)];
        Survival = [draw.Of(rules.LabSurvival), draw.Of(rules.PilotSurvival), draw.Of(rules.ScaleSurvival)];
        TimeSigma = draw.Of(rules.TimeSigma);
        SpreadMonths = draw.Of(rules.SpreadMonths);
        AbroadDelayMonths = draw.Of(rules.AbroadDelayMonths);
        OutlayPerMonthUsd = new double[chain.Regions.Count];
        PilotPlaces = new double[chain.Regions.Count];
        foreach (ResearchRegion region in research.Regions)
        {
            OutlayPerMonthUsd[region.Region] = draw.Of(region.OutlayUsdPerYear) / 12.0;
            PilotPlaces[region.Region] = draw.Of(region.PilotPlaces);
        }

        Size = [.. research.Innovations.Select(i => draw.Of(i.Size))];
    }

    internal double BirthsPerMillionUsd { get; }

    /// <summary>Median time in laboratory, pilot and scale.</summary>
    internal double[] StageMonths { get; }

    /// <summary>Chance to pass laboratory, pilot and scale.</summary>
    internal double[] Survival { get; }

    internal double TimeSigma { get; }

    internal double SpreadMonths { get; }

    internal double AbroadDelayMonths { get; }

    /// <summary>By region; zero in regions that the world lists no research for, where nothing is born.</summary>
    internal double[] OutlayPerMonthUsd { get; }

    /// <summary>By region.</summary>
    internal double[] PilotPlaces { get; }

    /// <summary>By innovation.</summary>
    internal double[] Size { get; }
}
