using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Offtake.World.Files;

/// <summary>A SHA-256 over names and contents of files. It does not depend on line endings, on where the files lie or on the order they were read in.</summary>
internal static class FileFingerprint
{
    /// <summary>The hash as lower-case hexadecimal digits. Names and contents are preceded by their lengths, so that nothing can slide from one to the other.</summary>
    public static string Of(IEnumerable<TextFile> files)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (TextFile file in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            Append(hash, Encoding.UTF8.GetBytes(file.Name));
            Append(hash, WithPlainLineEndings(file.Bytes));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private static ReadOnlySpan<byte> WithPlainLineEndings(byte[] bytes)
    {
        if (!bytes.Contains((byte)'\r')) return bytes;
        byte[] plain = new byte[bytes.Length];
        int count = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '\r') plain[count++] = bytes[i];
            else if (i + 1 == bytes.Length || bytes[i + 1] != '\n') plain[count++] = (byte)'\n';
        }

        return plain.AsSpan(0, count);
    }
}
