using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ProdSales.GraphQL.Execution;

namespace ProdSales.GraphQL.Http;

/// <summary>Finds the GraphQL request in an HTTP request.</summary>
internal sealed class RequestReading(GraphQLHttpOptions options)
{
    private static readonly string[] QueryMembers = ["query", "documentId", "operationName", "variables", "extensions"];

    /// <summary>Reads a request by POST, or several where that is allowed.</summary>
    public async ValueTask<ReadRequest> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypes.IsJson(request))
        {
            return HttpRefusal.ContentType();
        }

        if (request.Headers.ContentEncoding is [{ Length: > 0 } encoding, ..] && encoding != "identity")
        {
            return HttpRefusal.ContentEncoding(encoding);
        }

        if (request.ContentLength > options.BodyBytes)
        {
            return HttpRefusal.BodyTooLarge(options.BodyBytes);
        }

        ReadResult body = await ReadAllAsync(request.BodyReader, cancellationToken);
        if (body.Buffer.Length > options.BodyBytes)
        {
            return HttpRefusal.BodyTooLarge(options.BodyBytes);
        }

        ReadRequest result = Parse(body.Buffer);
        request.BodyReader.AdvanceTo(body.Buffer.End);
        return result;
    }

    /// <summary>Reads a request by GET.</summary>
    public ReadRequest ReadQuery(IQueryCollection query)
    {
        if (QueryMembers.FirstOrDefault(name => query[name].Count > 1) is { } repeated)
        {
            return HttpRefusal.ParameterRepeated(repeated);
        }

        (ReadOnlyMemory<byte> document, HttpRefusal? refused) = DocumentOf(Given(query, "query"), Given(query, "documentId"), HttpRefusal.ParameterMissing);
        if (refused is not null)
        {
            return refused;
        }

        (JsonElement? variables, HttpRefusal? refusal) = ReadMap(query, "variables");
        (JsonElement? extensions, HttpRefusal? extensionsRefusal) = ReadMap(query, "extensions");
        refusal ??= extensionsRefusal;
        return refusal is not null ? refusal : new GraphQLRequest(document) { OperationName = Given(query, "operationName"), Variables = variables, Extensions = extensions, IsReadOnly = true };
    }

    private ReadRequest Parse(ReadOnlySequence<byte> body)
    {
        JsonElement root;
        try
        {
            using JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = options.JsonDepth });
            root = document.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            return HttpRefusal.NotJson(options.JsonDepth, problem);
        }

        return root.ValueKind == JsonValueKind.Array && options.BatchSize > 0 ? ParseBatch(root) : Parse(root);
    }

    private ReadRequest ParseBatch(JsonElement root)
    {
        int count = root.GetArrayLength();
        if (count < 1 || count > options.BatchSize)
        {
            return HttpRefusal.BatchSize(count, options.BatchSize);
        }

        ReadRequest[] requests = [.. root.EnumerateArray().Select(Parse)];
        return requests.FirstOrDefault(request => request.Refusal is not null).Refusal is { } refusal ? refusal : new ReadRequest(null, [.. requests.Select(request => request.Single!)], null);
    }

    /// <summary>Reads a request from the JSON that carries it.</summary>
    public ReadRequest Parse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return HttpRefusal.NotAnObject(root.ValueKind);
        }

        HttpRefusal? refusal = Check(root, "query", JsonValueKind.String)
            ?? Check(root, "documentId", JsonValueKind.String)
            ?? Check(root, "operationName", JsonValueKind.String)
            ?? Check(root, "variables", JsonValueKind.Object)
            ?? Check(root, "extensions", JsonValueKind.Object);
        if (refusal is not null)
        {
            return refusal;
        }

        (ReadOnlyMemory<byte> document, HttpRefusal? refused) = DocumentOf(Text(root, "query"), Text(root, "documentId"), HttpRefusal.MemberMissing);
        return refused is not null ? refused : new GraphQLRequest(document)
        {
            OperationName = root.TryGetProperty("operationName", out JsonElement name) ? name.GetString() : null,
            Extensions = root.TryGetProperty("extensions", out JsonElement extensions) && extensions.ValueKind == JsonValueKind.Object ? extensions : null,
            Variables = root.TryGetProperty("variables", out JsonElement variables) && variables.ValueKind == JsonValueKind.Object ? variables : null,
        };
    }

    /// <summary>The document of a request: sent with it, or kept here under the name that it gives.</summary>
    private (ReadOnlyMemory<byte> Document, HttpRefusal? Refusal) DocumentOf(string? query, string? id, Func<string, HttpRefusal> missing)
    {
        if (id is not null)
        {
            ReadOnlyMemory<byte>? kept = options.Documents?.Find(id);
            return query is not null ? (default, HttpRefusal.TwoDocuments())
                : kept is { } document ? (document, null)
                : (default, HttpRefusal.DocumentUnknown());
        }

        return options.Documents is { AreExclusive: true }
            ? (default, HttpRefusal.DocumentNotTrusted())
            : query is { } text ? (Encoding.UTF8.GetBytes(text), null) : (default, missing("query"));
    }

    private static string? Given(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } given] ? given : null;

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static HttpRefusal? Check(JsonElement root, string name, JsonValueKind kind)
        => root.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null && value.ValueKind != kind
            ? HttpRefusal.MemberKind(name, kind, value.ValueKind)
            : null;

    private (JsonElement? Map, HttpRefusal? Refusal) ReadMap(IQueryCollection query, string name)
    {
        if (query[name] is not [{ Length: > 0 } text])
        {
            return (null, null);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = options.JsonDepth });
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => (document.RootElement.Clone(), null),
                JsonValueKind.Null => (null, null),
                JsonValueKind kind => (null, HttpRefusal.ParameterKind(name, kind)),
            };
        }
        catch (JsonException)
        {
            return (null, HttpRefusal.ParameterNotJson(name, options.JsonDepth));
        }
    }

    private async ValueTask<ReadResult> ReadAllAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            ReadResult result = await reader.ReadAsync(cancellationToken);
            if (result.IsCompleted || result.Buffer.Length > options.BodyBytes)
            {
                return result;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
