using Microsoft.Net.Http.Headers;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http;
using ProdSales.GraphQL.Http.Documents;
using ProdSales.Host.Limits;
using ProdSales.Host.Security;
using ProdSales.Host.Speech;
using ProdSales.Host.Web;
using ProdSales.Predictions.Service;
using ProdSales.Schema;
using ProdSales.Semantics;
using ProdSales.Warehouse;

namespace ProdSales.Host.Models;

/// <summary>A model with everything that answers by it: a request that has one keeps it to its end, whatever comes into service meanwhile.</summary>
/// <param name="Definitions">The model.</param>
/// <param name="Handler">Answers its requests, from a cache of its own.</param>
/// <param name="Exports">Plans its tables.</param>
/// <param name="Superseded">Cancelled when another model takes its place: its subscribers come back to that one.</param>
internal sealed record ServedModel(SemanticModel Definitions, GraphQLHttpHandler Handler, TableExport Exports, CancellationTokenSource Superseded)
{
    private static readonly object Key = new();

    /// <summary>Makes what answers by a model, and counts in the log what it had to read facts for.</summary>
    internal static ServedModel Of(SemanticModel model, WarehouseDatabase warehouse, TimeProvider clock, QuestionLog questions, ModelService service, TrustedDocuments? documents, ServerLimits limits)
    {
        (GraphQLEngine engine, AnswerCache cache, LiveAnswers live) = ServedSchema.Cached(warehouse, clock, model, questions, service, limits);
        CancellationTokenSource superseded = new();
        GraphQLHttpOptions options = new()
        {
            State = CallerOf,
            User = TrustedHeader.UserOf,
            Wording = HttpWording.Of,
            VariesBy = [HeaderNames.AcceptLanguage, GraphQLHttpHandler.CostHeader],
            Cache = cache,
            Live = live,
            Documents = documents,
            BodyBytes = limits.BodyBytes,
            JsonDepth = limits.JsonDepth,
            BatchSize = limits.BatchSize,
            Timeout = limits.Timeout,
            Streams = limits.Streams,
            Superseded = superseded.Token,
        };
        return new ServedModel(model, new GraphQLHttpHandler(engine, options), new TableExport(warehouse, clock, model), superseded);
    }

    /// <summary>The model that a request was given by <see cref="Give"/>.</summary>
    internal static ServedModel Of(HttpContext http) => (ServedModel)http.Items[Key]!;

    /// <summary>Gives a request the model that answers it.</summary>
    internal void Give(HttpContext http) => http.Items[Key] = this;

    private static Caller CallerOf(HttpContext http) => ServedSchema.CallerOf(LanguageChoice.OfRequest(http.Request), TrustedHeader.ScopeOf(http), TrustedHeader.NameOf(http));
}
