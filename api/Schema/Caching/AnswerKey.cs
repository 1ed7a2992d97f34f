using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Names a request by everything that its answer depends on but the data and the day: document, operation, variables, extensions, language, security scope and the rights that show more.</summary>
internal readonly record struct AnswerKey(string Hash)
{
    internal static AnswerKey Of(GraphQLRequest request, string modelVersion)
    {
        Caller caller = Caller.Of(request.State);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, request.Query.Span);
        Add(hash, request.OperationName);
        Add(hash, TextOf(request.Variables));
        Add(hash, TextOf(request.Extensions));
        Add(hash, request.Extensions is not null && caller.Scope.Rights.Contains(Right.SeePlans) ? "plans" : "");
        Add(hash, SchemaRight.IsAllowed(caller) ? "schema" : "");
        Add(hash, request.CostMode.ToString());
        Add(hash, caller.Language.ToString());
        Add(hash, caller.Scope.Hash);
        Add(hash, modelVersion);
        return new AnswerKey(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static string? TextOf(JsonElement? map) => map?.GetRawText();

    private static void Add(IncrementalHash hash, string? text)
    {
        if (text is null)
        {
            Add(hash, [], length: -1);
        }
        else
        {
            Add(hash, Encoding.UTF8.GetBytes(text));
        }
    }

    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> bytes) => Add(hash, bytes, bytes.Length);

    // Lengths stand before the values, so that no two requests are written alike.
    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> bytes, int length)
    {
        Span<byte> prefix = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(prefix, length);
        hash.AppendData(prefix);
        hash.AppendData(bytes);
    }
}
