using System.Globalization;
using Offtake.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Offtake.Cli;

/// <summary>Shows on standard error how far a run has come: a bar with the time left when somebody watches, nothing otherwise.</summary>
internal static class Progress
{
    private const string Finishing = "finishing the files; Ctrl-C once more to abort";

    /// <summary>Walks the futures of a run while showing how far it is.</summary>
    /// <param name="scenario">Id of what is walked.</param>
    /// <param name="futures">How many futures there will be.</param>
    /// <param name="around">Where to show it, and who asks to stop.</param>
    /// <param name="work">Tells how many futures are done.</param>
    public static RunResults WhileWalking(string scenario, int futures, Surroundings around, Func<IProgress<int>, RunResults> work) =>
        While(scenario, futures, around, bar => work(new Teller(around.Watcher, bar)));

    /// <summary>Explores a study while showing how far it is.</summary>
    /// <param name="study">Id of the study.</param>
    /// <param name="futures">How many futures there will be.</param>
    /// <param name="around">Where to show it, and who asks to stop.</param>
    /// <param name="work">Tells how many futures were stored since it last told.</param>
    public static bool WhileExploring(string study, int futures, Surroundings around, Func<IProgress<int>, bool> work) =>
        While(study, futures, around, bar => work(new Counter(around.Watcher, bar)));

    private static T While<T>(string name, int futures, Surroundings around, Func<ProgressTask?, T> work)
    {
        if (!around.ErrorIsTerminal)
        {
            using CancellationTokenRegistration said = around.Stop.Register(() => around.Error.WriteLine("Stopping; whole futures are kept."));
            return work(null);
        }

        IAnsiConsole console = ConsoleOf(around);
        using CancellationTokenRegistration shown = around.Abort.Register(() => console.Cursor.Show(true));
        return console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new TimeLeft())
            .Start(screen =>
            {
                ProgressTask bar = screen.AddTask(Markup.Escape(Printable.Line(name)), maxValue: futures);
                using CancellationTokenRegistration said = around.Stop.Register(() => bar.Description = "stopping, whole futures are kept");
                return work(bar);
            });
    }

    /// <summary>Does the work while showing that files are written: with many futures it takes longer than walking them.</summary>
    public static void WhileWriting(Surroundings around, Action work)
    {
        if (!around.ErrorIsTerminal)
        {
            work();
            return;
        }

        IAnsiConsole console = ConsoleOf(around);
        using CancellationTokenRegistration shown = around.Abort.Register(() => console.Cursor.Show(true));
        console.Status().Start("writing results", screen =>
        {
            using CancellationTokenRegistration said = around.Stop.Register(() => screen.Status = Finishing);
            work();
        });
    }

    private static IAnsiConsole ConsoleOf(Surroundings around) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(around.Error), Interactive = InteractionSupport.Yes });

    private sealed class Teller(IProgress<int>? watcher, ProgressTask? bar) : IProgress<int>
    {
        public void Report(int value)
        {
            // Workers report side by side: each adds its own future, so that the order of reports does not matter.
            bar?.Increment(1);
            watcher?.Report(value);
        }
    }

    private sealed class Counter(IProgress<int>? watcher, ProgressTask? bar) : IProgress<int>
    {
        private int _stored;

        public void Report(int value)
        {
            _stored += value;
            bar?.Increment(value);
            watcher?.Report(_stored);
        }
    }

    private sealed class TimeLeft : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            string done = string.Create(CultureInfo.InvariantCulture, $"{task.Value:#,0} of {task.MaxValue:#,0} futures");
            return new Text(task.Value > 0 && task.ElapsedTime is { } spent ? $"{done}, about {Words(spent * ((task.MaxValue - task.Value) / task.Value))} left" : done);
        }

        private static string Words(TimeSpan time) => time.TotalMinutes switch
        {
            >= 90 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.0} h"),
            >= 2 => $"{Math.Ceiling(time.TotalMinutes)} min",
            _ => $"{Math.Ceiling(time.TotalSeconds)} s",
        };
    }
}
