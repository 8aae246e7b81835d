using Offtake.Tests.Results;
using Offtake.World;
using Offtake.World.Records;

namespace Offtake.Tests.Evidence;

/// <summary>A folder of records of its own.</summary>
internal sealed class RecordFolder : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public string Path => _scratch.Path;

    public Reading<RecordContent> Read(string name, RecordForm form = RecordForm.Ocds) => RecordReader.Read(Path, name, form);

    public Reading<RecordContent> Ocds(string json) => Write("r.json", System.Text.Encoding.UTF8.GetBytes(json)).Read("r.json");

    public Reading<RecordContent> Table(string csv, RecordForm form) => Write("r.csv", System.Text.Encoding.UTF8.GetBytes(csv)).Read("r.csv", form);

    public RecordFolder Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, name), bytes);
        return this;
    }

    /// <summary>A release that awards some of an item to a buyer.</summary>
    public static string Release(string ocid, string id, string date, string quantity, string unit = "piece", string more = "") =>
        $$$"""
        {"ocid":"{{{ocid}}}","id":"{{{id}}}","date":"{{{date}}}","tag":["award"],"initiationType":"tender","buyer":{"id":"B1","name":"Hill Works Office"},
         "awards":[{"id":"a1","status":"active","date":"{{{date}}}","value":{"amount":500,"currency":"USD"},"items":[{"id":1,"description":"Motor","classification":{"scheme":"CPV","id":"31110000"},"quantity":{{{quantity}}},"unit":{"name":"{{{unit}}}"}}]{{{more}}}}]}
        """;

    public void Dispose() => _scratch.Dispose();
}
