using System.Text;
using Offtake.Cli;

Console.OutputEncoding = Encoding.UTF8;
using Interrupts interrupts = new();
return CommandLine.Run(args, Surroundings.OfThisProcess(interrupts));
