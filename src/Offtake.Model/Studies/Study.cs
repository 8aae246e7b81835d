namespace Offtake.Model.Studies;

/// <summary>A question asked of thousands of futures: what is uncertain, what can be chosen, what is looked at. It is not an answer.</summary>
/// <remarks>Uncertainties, levers, policies and outcomes are the X, L and M of the XLRM framing of Lempert, Popper and Bankes (2003), "Shaping the Next One Hundred Years", RAND MR-1626; the relationships R are the model.</remarks>
/// <param name="Id">The id of its folder.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Story">One page of plain words.</param>
/// <param name="Model">Id of the model that answers: <see cref="ChainModel"/>, or that of an example.</param>
/// <param name="Seed">Seed of all random numbers.</param>
/// <param name="Futures">Number of futures; every policy is walked in each of them.</param>
/// <param name="Sampling">How the uncertainties are spread over the futures.</param>
/// <param name="OthersVary">Whether numbers that are not named among the uncertainties vary too; otherwise they keep their central values.</param>
/// <param name="Uncertainties">What nobody can choose.</param>
/// <param name="Correlations">Which of them go together.</param>
/// <param name="Levers">What somebody can choose.</param>
/// <param name="Policies">What is compared: settings of the levers, in scenarios.</param>
/// <param name="Outcomes">What is measured in every future under every policy.</param>
/// <param name="Conditions">Outcomes that deserve a name, such as a shortage: what is looked for among the futures.</param>
/// <param name="Maps">Pairs of uncertainties over which it is shown which policy does best.</param>
/// <param name="Sha256">Hash over the study's files and those of all it rests on.</param>
public sealed record Study(
    string Id, string Title, string Story, string Model, ulong Seed, int Futures, Sampling Sampling, bool OthersVary,
    IReadOnlyList<Uncertainty> Uncertainties, IReadOnlyList<Correlation> Correlations, IReadOnlyList<Lever> Levers,
    IReadOnlyList<Policy> Policies, IReadOnlyList<Outcome> Outcomes, IReadOnlyList<Condition> Conditions, IReadOnlyList<WinnerMap> Maps, string Sha256)
{
    /// <summary>The model that is walked month by month; others are examples.</summary>
    public const string ChainModel = "chain";
}

/// <summary>A model that is not a value chain, as far as a study must know it to name its parts.</summary>
/// <param name="Id">Name under <c>model:</c>.</param>
/// <param name="Inputs">Its numbers, which uncertainties and levers set.</param>
/// <param name="Outcomes">Names of what it gives.</param>
public sealed record ModelDescription(string Id, IReadOnlyList<ModelInput> Inputs, IReadOnlyList<string> Outcomes);

/// <summary>A number of a model that is not a value chain.</summary>
/// <param name="Name">What it is called under <c>of</c>, <c>each</c> and <c>times</c>.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Usual">The value it has where nothing sets it.</param>
/// <param name="Least">Smallest value for which the model has an answer.</param>
/// <param name="Most">Largest value for which it has one.</param>
public sealed record ModelInput(string Name, string Unit, double Usual, double Least, double Most);

/// <summary>An outcome beyond a bound, looked for among the futures.</summary>
/// <param name="Title">Name for readers, such as "magnets are rationed for a year".</param>
/// <param name="Outcome">Index of the outcome.</param>
/// <param name="Above">Holds above this value; null when there is no lower bound.</param>
/// <param name="Below">Holds below this value; null when there is no upper bound.</param>
public sealed record Condition(string Title, int Outcome, double? Above, double? Below)
{
    /// <summary>Whether a value meets it; an absent one never does.</summary>
    public bool Holds(double value) => value > (Above ?? double.NegativeInfinity) && value < (Below ?? double.PositiveInfinity);
}

/// <summary>Where among two uncertainties which policy does best on an outcome.</summary>
/// <param name="Outcome">Index of the outcome; it says whether more or less of it is better.</param>
/// <param name="Across">Index of the uncertainty from left to right.</param>
/// <param name="Upward">Index of the uncertainty from bottom to top.</param>
public sealed record WinnerMap(int Outcome, int Across, int Upward);
