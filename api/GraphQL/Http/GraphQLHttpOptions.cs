using Microsoft.AspNetCore.Http;
using ProdSales.GraphQL.Http.Documents;
using ProdSales.GraphQL.Http.Streams;

namespace ProdSales.GraphQL.Http;

/// <summary>How an engine is served over HTTP.</summary>
public sealed record GraphQLHttpOptions
{
    /// <summary>Which status tells what.</summary>
    public HttpStatusPolicy StatusPolicy { get; init; } = HttpStatusPolicy.Audit;

    /// <summary>The largest request body in bytes; larger ones are refused with 413.</summary>
    public int BodyBytes { get; init; } = 256 * 1024;

    /// <summary>How deep the JSON of a request may nest.</summary>
    public int JsonDepth { get; init; } = 64;

    /// <summary>The requests that one body may carry as an array; 0 refuses arrays.</summary>
    public int BatchSize { get; init; }

    /// <summary>How long an operation, or a batch of them, may run before it is cancelled and answered with 503.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What resolvers see as <see cref="Execution.Resolution.OperationContext.State"/>; null by default.</summary>
    public Func<HttpContext, object?> State { get; init; } = _ => null;

    /// <summary>Answers in place of the engine; null runs every request. With it, answers by GET carry an <c>ETag</c>, and a client that has the answer already gets 304.</summary>
    public IAnswerCache? Cache { get; init; }

    /// <summary>Documents that callers may ask for by name; null keeps none.</summary>
    public TrustedDocuments? Documents { get; init; }

    /// <summary>Answers subscriptions; null answers each once and ends it.</summary>
    public ILiveAnswers? Live { get; init; }

    /// <summary>What streams may take.</summary>
    public StreamLimits Streams { get; init; } = new();

    /// <summary>Who asks, for the limits of one user; null is nobody's limit.</summary>
    public Func<HttpContext, string?> User { get; init; } = _ => null;

    /// <summary>The language in which a request is refused that never reaches the engine; null is English.</summary>
    public Func<HttpContext, RefusalWording?> Wording { get; init; } = _ => null;

    /// <summary>
    /// Cancelled when another handler takes the place of this one, for another schema: streams and sockets that this one opened are broken off, so that their
    /// clients come back and subscribe anew. Requests that are under way are answered to their end.
    /// </summary>
    public CancellationToken Superseded { get; init; }

    /// <summary>Request headers that <see cref="State"/> reads, for <c>Vary</c>.</summary>
    public IReadOnlyList<string> VariesBy { get; init; } = [];
}
