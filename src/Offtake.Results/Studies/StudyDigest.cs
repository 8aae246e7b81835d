namespace Offtake.Results.Studies;

/// <summary>A SHA-256 over the numbers of futures in their order, the same on every machine.</summary>
internal sealed class StudyDigest : IDisposable
{
    private readonly DigestChain _chain = new();
    private readonly double[] _future = new double[1];

    /// <summary>Takes the next future in.</summary>
    public void Add(StudyRow row)
    {
        _future[0] = row.Future;
        _chain.Add(_future);
        _chain.Add(row.Inputs);
        _chain.Add(row.Outcomes.Select(v => double.IsNaN(v) ? double.NaN : v).ToArray());
    }

    /// <summary>The digest of all that was taken in.</summary>
    public string End() => _chain.EndMonth();

    /// <inheritdoc/>
    public void Dispose() => _chain.Dispose();
}
