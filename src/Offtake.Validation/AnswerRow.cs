namespace Offtake.Validation;

/// <summary>A row of <c>known-answers.csv</c>.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Id">The known answer it belongs to.</param>
/// <param name="Case">What is asked, in words.</param>
/// <param name="Calculation">Which code is asked; see <see cref="Calculations"/>.</param>
/// <param name="Inputs">With which numbers or files.</param>
/// <param name="Expected">The answers; empty where the calculation brings its own.</param>
/// <param name="Tolerance">How far results may be off.</param>
/// <param name="Source">Who knows the answers.</param>
internal sealed record AnswerRow(
    int Line, string Id, string Case, string Calculation, Inputs Inputs, IReadOnlyList<double> Expected, Tolerance Tolerance, string Source);
