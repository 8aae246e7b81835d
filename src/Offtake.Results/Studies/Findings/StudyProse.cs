namespace Offtake.Results.Studies.Findings;

/// <summary>What a study found, in sentences.</summary>
/// <param name="Verdict">What a reader with half a minute should take home.</param>
/// <param name="Boxes">By condition and policy, where it comes about.</param>
public sealed record StudyProse(IReadOnlyList<Statement> Verdict, IReadOnlyList<IReadOnlyList<string>> Boxes);

/// <summary>A sentence or two.</summary>
/// <param name="Topic">What it is about, in a word or two.</param>
/// <param name="Text">The sentences.</param>
public sealed record Statement(string Topic, string Text);
