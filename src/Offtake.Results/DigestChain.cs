using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Offtake.Results;

/// <summary>A SHA-256 over little-endian double bits, chained month by month: equal digests mean equal bits from the first month on.</summary>
public sealed class DigestChain : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _link = new byte[SHA256.HashSizeInBytes];

    /// <summary>Adds a column of the month's state. Columns must come in a fixed order.</summary>
    public void Add(ReadOnlySpan<double> column)
    {
        if (BitConverter.IsLittleEndian)
        {
            _hash.AppendData(MemoryMarshal.AsBytes(column));
            return;
        }

        Span<byte> bits = stackalloc byte[sizeof(double)];
        foreach (double value in column)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bits, value);
            _hash.AppendData(bits);
        }
    }

    /// <summary>Ends a month.</summary>
    /// <returns>The digest up to and including this month, in hexadecimal.</returns>
    public string EndMonth()
    {
        _hash.AppendData(_link);
        _hash.GetHashAndReset(_link);
        return Convert.ToHexStringLower(_link);
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
