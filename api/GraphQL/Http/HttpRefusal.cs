using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ProdSales.GraphQL.Http;

/// <summary>A request that never reached the engine.</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Reason">The stable name of the sentence, finer than the code.</param>
/// <param name="Message">The sentence in English.</param>
/// <param name="Facts">What it speaks of.</param>
internal sealed record HttpRefusal(int Status, string Reason, string Message, IReadOnlyDictionary<string, object> Facts)
{
    /// <summary>The code of the error.</summary>
    public string Code { get; private init; } = ErrorCodes.BadRequest;

    public static HttpRefusal NotAcceptable()
        => new(StatusCodes.Status406NotAcceptable, "not-acceptable", $"Accept must allow {MediaTypes.GraphQLResponse} or {MediaTypes.Json}.", Of(("response", MediaTypes.GraphQLResponse), ("json", MediaTypes.Json)));

    public static HttpRefusal MethodNotServed(string method)
        => new(StatusCodes.Status405MethodNotAllowed, "method-not-served", $"Method {method} is not served; use GET or POST.", Of(("method", method)));

    public static HttpRefusal ForeignSite(string header)
        => new(StatusCodes.Status403Forbidden, "foreign-site", $"Requests by GET from other sites need the header {header}.", Of(("header", header)));

    public static HttpRefusal ContentType()
        => new(StatusCodes.Status415UnsupportedMediaType, "content-type", $"Content-Type must be {MediaTypes.Json} in UTF-8.", Of(("json", MediaTypes.Json)));

    public static HttpRefusal ContentEncoding(string encoding)
        => new(StatusCodes.Status415UnsupportedMediaType, "content-encoding", $"Content-Encoding {encoding} is not read; send the body as it is.", Of(("encoding", encoding)));

    public static HttpRefusal BodyTooLarge(int bytes)
        => new(StatusCodes.Status413PayloadTooLarge, "body-too-large", $"Body is larger than {bytes} bytes.", Of(("bytes", bytes)));

    public static HttpRefusal NotJson(int depth, JsonException problem)
    {
        (long line, long at) = ((problem.LineNumber ?? 0) + 1, (problem.BytePositionInLine ?? 0) + 1);
        return Bad("not-json", $"Body is not JSON, or nests deeper than {depth} levels: line {line}, byte {at}.", ("depth", depth), ("line", line), ("byte", at));
    }

    public static HttpRefusal NotAnObject(JsonValueKind kind) => Bad("not-an-object", $"Body must be a JSON object, not {kind}.", ("kind", kind.ToString()));

    public static HttpRefusal MemberKind(string name, JsonValueKind wanted, JsonValueKind kind)
        => Bad("member-kind", $"Member \"{name}\" must be {wanted}, not {kind}.", ("name", name), ("wanted", wanted.ToString()), ("kind", kind.ToString()));

    public static HttpRefusal MemberMissing(string name) => Bad("member-missing", $"Member \"{name}\" is missing.", ("name", name));

    public static HttpRefusal ParameterMissing(string name) => Bad("parameter-missing", $"Parameter \"{name}\" is missing.", ("name", name));

    public static HttpRefusal ParameterRepeated(string name) => Bad("parameter-repeated", $"Parameter \"{name}\" is given more than once.", ("name", name));

    public static HttpRefusal ParameterKind(string name, JsonValueKind kind) => Bad("parameter-kind", $"Parameter \"{name}\" must be a JSON object, not {kind}.", ("name", name), ("kind", kind.ToString()));

    public static HttpRefusal ParameterNotJson(string name, int depth) => Bad("parameter-not-json", $"Parameter \"{name}\" is not JSON, or nests deeper than {depth} levels.", ("name", name), ("depth", depth));

    public static HttpRefusal TwoDocuments() => Bad("two-documents", "\"query\" and \"documentId\" must not both be given.");

    public static HttpRefusal DocumentUnknown()
        => Bad("document-unknown", "No document is kept under that id; it is sha256: with the digest of its bytes.") with { Code = ErrorCodes.DocumentUnknown };

    public static HttpRefusal DocumentNotTrusted()
        => Bad("document-not-trusted", "Only documents that are kept here are answered; send their documentId.") with { Code = ErrorCodes.DocumentNotTrusted };

    public static HttpRefusal TimedOut(TimeSpan timeout)
        => new(StatusCodes.Status503ServiceUnavailable, "timed-out", $"The operation took longer than {timeout.TotalSeconds} s and was cancelled.", Of(("seconds", timeout.TotalSeconds))) { Code = ErrorCodes.TimedOut };

    public static HttpRefusal BatchSize(int count, int most)
        => Bad("batch-size", $"A batch has {count} requests; 1 to {most} are allowed.", ("count", count), ("most", most)) with { Code = ErrorCodes.LimitExceeded };

    public static HttpRefusal BatchNotHere() => Bad("batch-not-here", "A batch is answered as JSON only, neither as a stream nor as a file.");

    public static HttpRefusal OperationIdMissing() => Bad("operation-id-missing", "Operation ID is missing: extensions.operationId names an operation of a reserved stream.");

    public static HttpRefusal StreamNotFound()
        => new(StatusCodes.Status404NotFound, "stream-not-found", "Stream not found: a token is got by PUT, and ends with its stream.", Of());

    public static HttpRefusal StreamTaken()
        => new(StatusCodes.Status409Conflict, "stream-taken", "Stream already open, or operation already running under that ID.", Of());

    public static HttpRefusal StreamsFull()
        => new(StatusCodes.Status503ServiceUnavailable, "streams-full", "As many streams are open as may be; try again later.", Of()) { Code = ErrorCodes.Busy };

    public static HttpRefusal OperationsFull(int most)
        => Bad("operations-full", $"{most} operations run in this socket already; end one first.", ("most", most)) with { Code = ErrorCodes.LimitExceeded };

    /// <summary>The error in the caller's language.</summary>
    public GraphQLError ErrorIn(RefusalWording? wording) => new(Code, wording?.Invoke(Reason, Facts) ?? Message);

    private static HttpRefusal Bad(string reason, string message, params ReadOnlySpan<(string Name, object Value)> facts)
        => new(StatusCodes.Status400BadRequest, reason, message, Of(facts));

    private static Dictionary<string, object> Of(params ReadOnlySpan<(string Name, object Value)> facts)
    {
        Dictionary<string, object> held = new(StringComparer.Ordinal);
        foreach ((string name, object value) in facts)
        {
            held[name] = value;
        }

        return held;
    }
}
