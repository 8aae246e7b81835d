using Offtake.Reporting.Page;

namespace Offtake.Reporting.Sections;

/// <summary>A sentence or two of the verdict.</summary>
/// <param name="Topic">What it is about, in a word or two.</param>
/// <param name="Text">The sentences, with numbers, ranges and standing.</param>
/// <param name="Clause">What it adds to the headline, without numbers; empty for nothing.</param>
internal sealed record Finding(string Topic, Markup Text, string Clause = "");
