using System.Collections.Frozen;
using System.Security.Cryptography;

namespace ProdSales.GraphQL.Http.Documents;

/// <summary>Documents that callers ask for by name in place of sending them: <c>sha256:</c> with the digest of their bytes.</summary>
public sealed class TrustedDocuments
{
    private const string Prefix = "sha256:";

    private readonly FrozenDictionary<string, ReadOnlyMemory<byte>> _byId;

    /// <summary>Keeps documents.</summary>
    /// <param name="documents">Their bytes.</param>
    /// <param name="areExclusive">Whether nothing else is answered.</param>
    public TrustedDocuments(IEnumerable<ReadOnlyMemory<byte>> documents, bool areExclusive)
    {
        ArgumentNullException.ThrowIfNull(documents);
        _byId = documents.DistinctBy(document => IdOf(document.Span)).ToFrozenDictionary(document => IdOf(document.Span), StringComparer.Ordinal);
        AreExclusive = areExclusive;
    }

    /// <summary>Whether nothing else is answered.</summary>
    public bool AreExclusive { get; }

    /// <summary>How many are kept.</summary>
    public int Count => _byId.Count;

    /// <summary>Reads every <c>.graphql</c> file of a folder and the folders in it.</summary>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public static TrustedDocuments In(string folder, bool areExclusive)
        => new(Directory.EnumerateFiles(folder, "*.graphql", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => (ReadOnlyMemory<byte>)File.ReadAllBytes(file)), areExclusive);

    /// <summary>The name of a document.</summary>
    public static string IdOf(ReadOnlySpan<byte> document) => Prefix + Convert.ToHexStringLower(SHA256.HashData(document));

    /// <summary>The document of a name; null when none is kept under it.</summary>
    public ReadOnlyMemory<byte>? Find(string id) => _byId.TryGetValue(id, out ReadOnlyMemory<byte> document) ? document : default(ReadOnlyMemory<byte>?);
}
