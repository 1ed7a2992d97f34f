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

    /// <summary>Reads a request by POST; exactly one of the results is null.</summary>
    public async ValueTask<(GraphQLRequest? Request, HttpRefusal? Refusal)> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypes.IsJson(request))
        {
            return (null, new HttpRefusal(StatusCodes.Status415UnsupportedMediaType, $"Content-Type must be {MediaTypes.Json} in UTF-8."));
        }

        if (request.ContentLength > options.BodyBytes)
        {
            return (null, TooLarge());
        }

        ReadResult body = await ReadAllAsync(request.BodyReader, cancellationToken);
        if (body.Buffer.Length > options.BodyBytes)
        {
            return (null, TooLarge());
        }

        (GraphQLRequest? Request, HttpRefusal? Refusal) result = Parse(body.Buffer);
        request.BodyReader.AdvanceTo(body.Buffer.End);
        return result;
    }

    /// <summary>Reads a request by GET; exactly one of the results is null.</summary>
    public (GraphQLRequest? Request, HttpRefusal? Refusal) ReadQuery(IQueryCollection query)
    {
        if (QueryMembers.FirstOrDefault(name => query[name].Count > 1) is { } repeated)
        {
            return (null, Bad($"Parameter \"{repeated}\" is given more than once."));
        }

        (ReadOnlyMemory<byte> document, HttpRefusal? refused) = DocumentOf(Given(query, "query"), Given(query, "documentId"), "Parameter");
        if (refused is not null)
        {
            return (null, refused);
        }

        (JsonElement? variables, HttpRefusal? refusal) = ReadMap(query, "variables");
        (JsonElement? extensions, HttpRefusal? extensionsRefusal) = ReadMap(query, "extensions");
        refusal ??= extensionsRefusal;
        return refusal is null
            ? (new GraphQLRequest(document) { OperationName = Given(query, "operationName"), Variables = variables, Extensions = extensions, IsReadOnly = true }, null)
            : (null, refusal);
    }

    private (GraphQLRequest? Request, HttpRefusal? Refusal) Parse(ReadOnlySequence<byte> body)
    {
        JsonElement root;
        try
        {
            using JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = options.JsonDepth });
            root = document.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            return (null, Bad($"Body is not JSON, or nests deeper than {options.JsonDepth} levels: line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}."));
        }

        return Parse(root);
    }

    /// <summary>Reads a request from the JSON that carries it; exactly one of the results is null.</summary>
    public (GraphQLRequest? Request, HttpRefusal? Refusal) Parse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return (null, Bad($"Body must be a JSON object, not {root.ValueKind}."));
        }

        HttpRefusal? refusal = Check(root, "query", JsonValueKind.String)
            ?? Check(root, "documentId", JsonValueKind.String)
            ?? Check(root, "operationName", JsonValueKind.String)
            ?? Check(root, "variables", JsonValueKind.Object)
            ?? Check(root, "extensions", JsonValueKind.Object);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        (ReadOnlyMemory<byte> document, HttpRefusal? refused) = DocumentOf(Text(root, "query"), Text(root, "documentId"), "Member");
        return refused is not null ? (null, refused) : (new GraphQLRequest(document)
        {
            OperationName = root.TryGetProperty("operationName", out JsonElement name) ? name.GetString() : null,
            Extensions = root.TryGetProperty("extensions", out JsonElement extensions) && extensions.ValueKind == JsonValueKind.Object ? extensions : null,
            Variables = root.TryGetProperty("variables", out JsonElement variables) && variables.ValueKind == JsonValueKind.Object ? variables : null,
        }, null);
    }

    /// <summary>The document of a request: sent with it, or kept here under the name that it gives.</summary>
    private (ReadOnlyMemory<byte> Document, HttpRefusal? Refusal) DocumentOf(string? query, string? id, string what)
    {
        if (id is not null)
        {
            ReadOnlyMemory<byte>? kept = options.Documents?.Find(id);
            return query is not null ? (default, Bad($"{what}s \"query\" and \"documentId\" must not both be given."))
                : kept is { } document ? (document, null)
                : (default, new HttpRefusal(StatusCodes.Status400BadRequest, "No document is kept under that id; it is sha256: with the digest of its bytes.", ErrorCodes.DocumentUnknown));
        }

        return options.Documents is { AreExclusive: true }
            ? (default, new HttpRefusal(StatusCodes.Status400BadRequest, "Only documents that are kept here are answered; send their documentId.", ErrorCodes.DocumentNotTrusted))
            : query is { } text ? (Encoding.UTF8.GetBytes(text), null) : (default, Bad($"{what} \"query\" is missing."));
    }

    private static string? Given(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } given] ? given : null;

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static HttpRefusal? Check(JsonElement root, string name, JsonValueKind kind)
        => root.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null && value.ValueKind != kind
            ? Bad($"Member \"{name}\" must be {kind}, not {value.ValueKind}.")
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
                JsonValueKind kind => (null, Bad($"Parameter \"{name}\" must be a JSON object, not {kind}.")),
            };
        }
        catch (JsonException)
        {
            return (null, Bad($"Parameter \"{name}\" is not JSON, or nests deeper than {options.JsonDepth} levels."));
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

    private HttpRefusal TooLarge() => new(StatusCodes.Status413PayloadTooLarge, $"Body is larger than {options.BodyBytes} bytes.");

    private static HttpRefusal Bad(string message) => new(StatusCodes.Status400BadRequest, message);
}
