using System.Globalization;
using System.Text;
using Offtake.Model.History;

namespace Offtake.History;

/// <summary>Writes fits and ablations beside the backtest they belong to: an index, and one file a fit. A fit of the same name is replaced.</summary>
public static class FitFiles
{
    private const string IndexHeader = "id,variant,window,seed,loss,freeze_drift,kick_left,world_sha256";
    private const int MostAttempts = 400;
    private const int WaitMilliseconds = 25;
    private const string AblationHeader = "mechanism,title,variant,loss_full,loss_frozen,loss_refitted,missed_frozen,missed_refitted";

    /// <summary>Writes a fit and its line in the index.</summary>
    /// <param name="folder">The folder of the backtest.</param>
    /// <param name="fit">What to write.</param>
    public static void Write(string folder, Fit fit)
    {
        string file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "fits")).FullName, fit.Id + ".csv");
        Replace(file, ["id,value", .. fit.Values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key},{Number(v.Value)}")]);
        string line = $"{fit.Id},{fit.Variant},{fit.Window},{fit.Seed},{Number(fit.Loss)},{Number(fit.FreezeDrift)},{Number(fit.KickLeft)},{fit.WorldSha256}";
        Merge(Path.Combine(folder, "fits.csv"), IndexHeader, fit.Id, line, static l => l[..Math.Max(0, l.IndexOf(','))]);
    }

    /// <summary>Writes what switching a mechanism off did.</summary>
    public static void Write(string folder, Ablation ablation)
    {
        string line = string.Join(
            ',', ablation.Mechanism, Quoted(ablation.Title), ablation.Variant, Number(ablation.LossFull), Number(ablation.LossFrozen), Number(ablation.LossRefitted),
            string.Join(';', ablation.MissedFrozen), string.Join(';', ablation.MissedRefitted));
        string key = $"{ablation.Mechanism},{Quoted(ablation.Title)},{ablation.Variant}";
        Merge(Path.Combine(folder, "ablations.csv"), AblationHeader, key, line, l => l.StartsWith(key + ",", StringComparison.Ordinal) ? key : l);
    }

    private static void Merge(string path, string header, string key, string line, Func<string, string> keyOf)
    {
        using FileStream taken = Take(path + ".lock");
        IEnumerable<string> others = File.Exists(path) ? File.ReadAllLines(path).Skip(1).Where(l => l.Length > 0 && keyOf(l) != key) : [];
        Replace(path, [header, .. others.Append(line).Order(StringComparer.Ordinal)]);
    }

    // Two searches may end at once: the one that comes second waits, so that neither loses its line.
    private static FileStream Take(string path)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                Thread.Sleep(WaitMilliseconds);
            }
        }
    }

    private static void Replace(string path, IEnumerable<string> lines)
    {
        string part = $"{path}.{Environment.ProcessId}.part";
        File.WriteAllText(part, string.Join('\n', lines) + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(part, path, overwrite: true);
    }

    // What could not be measured is written as a number beyond any that could.
    private static string Number(double value) => (double.IsFinite(value) ? value : 1e9).ToString("R", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
