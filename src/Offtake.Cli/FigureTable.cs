using System.Globalization;
using Offtake.Results;
using Spectre.Console;

namespace Offtake.Cli;

/// <summary>Modelled figures beside observed ones, for a terminal.</summary>
internal static class FigureTable
{
    private const int MostRows = 16;
    private const int WideEnoughForIds = 150;

    /// <summary>Writes the figures that say most about the model: predicted and observed ones first, whole years before single months.</summary>
    public static void Write(IReadOnlyList<Figure> figures, TextWriter to, int width)
    {
        Figure[] main = [.. figures.OrderByDescending(f => f.Observed is not null).ThenByDescending(f => f.Standing).ThenBy(f => f.Period.Length).Take(MostRows)];
        bool ids = width >= WideEnoughForIds;
        Table table = new Table().Border(TableBorder.Simple);
        if (ids) table.AddColumn(new TableColumn("id").NoWrap());
        table.AddColumns(new TableColumn("figure"), new TableColumn("modelled").RightAligned().NoWrap(), new TableColumn(RangeOf(main)).RightAligned().NoWrap());
        table.AddColumns(new TableColumn("observed").RightAligned().NoWrap(), new TableColumn("unit"), new TableColumn("standing").NoWrap());
        foreach (Figure figure in main)
        {
            Band band = Band.Of(figure.Modelled);
            string[] cells =
            [
                .. ids ? new[] { figure.Id } : [], TitleOf(figure), Number(band.Median), $"{Number(band.Low)} to {Number(band.High)}",
                figure.Observed is { } observed ? Number(observed) : "–", figure.Unit, figure.Standing.ToString().ToLowerInvariant(),
            ];
            table.AddRow(cells.Select(c => new Text(Printable.Line(c))));
        }

        Write(table, to, width);
        if (figures.Count > main.Length) to.WriteLine($"{figures.Count - main.Length} more figures are in the report.");
    }

    /// <summary>Writes any table without trailing blanks or empty lines.</summary>
    public static void Write(Table table, TextWriter to, int width)
    {
        using StringWriter text = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = width;
        console.Write(table);
        foreach (string line in text.ToString().Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0)) to.WriteLine(line);
    }

    private static string RangeOf(IEnumerable<Figure> figures) =>
        figures.Any(f => Band.Of(f.Modelled).Kind == BandKind.Percentiles) ? "5 % to 95 %" : "least to most";

    private static string TitleOf(Figure figure) => figure.Title.Contains(figure.Period) ? figure.Title : $"{figure.Title}, {figure.Period}";

    /// <summary>Three figures: more would claim what nobody knows.</summary>
    public static string Number(double value)
    {
        if (!double.IsFinite(value)) return "–";
        if (value == 0) return "0";
        int decimals = 2 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        double step = Math.Pow(10, -decimals);
        return decimals > 0
            ? value.ToString($"0.{new string('0', Math.Min(decimals, 9))}", CultureInfo.InvariantCulture)
            : (Math.Round(value / step) * step).ToString("#,0", CultureInfo.InvariantCulture);
    }
}
