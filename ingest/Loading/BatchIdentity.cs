using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ProdSales.Loading;

/// <summary>Makes the identity of a batch: a hash of the bytes of its files and of how they are read.</summary>
public static class BatchIdentity
{
    /// <summary>Hashes files and the text of the mapping that reads them.</summary>
    /// <param name="files">The paths; their order and folders do not matter, names and contents do.</param>
    /// <param name="mapping">Whatever else decides what rows come out.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>64 hexadecimal digits.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string Of(IEnumerable<string> files, string mapping, CancellationToken cancellationToken = default)
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        whole.AppendData(Encoding.UTF8.GetBytes(mapping));
        foreach (string file in files.OrderBy(Path.GetFileName, StringComparer.Ordinal).ThenBy(file => file, StringComparer.Ordinal))
        {
            whole.AppendData(Encoding.UTF8.GetBytes($"\0{Path.GetFileName(file)}\0"));
            whole.AppendData(HashOf(file, cancellationToken));
        }

        return Convert.ToHexStringLower(whole.GetHashAndReset());
    }

    private static byte[] HashOf(string file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(1 << 20);
        try
        {
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return hash.GetHashAndReset();
    }
}
