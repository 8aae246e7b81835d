using System.CommandLine;

namespace Offtake.Cli.Evidence;

/// <summary>The words of <c>offtake evidence</c>: what a conclusion rests on.</summary>
internal static class EvidenceCommand
{
    public const string Name = "evidence";

    public const string Examples = """
          offtake evidence weigh yuecheng --against baseline       how much of the difference hangs on which evidence, and what would turn it
          offtake evidence weigh baseline --outcome absorbed       one outcome of one scenario
        """;

    /// <summary>The group with its commands.</summary>
    public static Command Describe(Surroundings around) => new(Name, "What a conclusion rests on: claims, assumptions, measurements.")
    {
        WeighCommand.Describe(around),
    };
}
