using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>The contract of a model as callers are shown it: its descriptions in their language, made once for each when somebody first looks.</summary>
/// <param name="model">What can be asked.</param>
public sealed class ContractInWords(SemanticModel model)
{
    private readonly Lazy<GraphQLSchema> _chinese = new(() => new SchemaBuilder().AddSdl(SchemaText.Of(model, AnswerLanguage.Chinese)).Build());

    /// <summary>The contract for a caller; null where that which is served speaks the caller's language already.</summary>
    /// <param name="state">The state of the request, a <see cref="Caller"/>.</param>
    public GraphQLSchema? ShownTo(object? state) => Caller.Of(state).Language is AnswerLanguage.Chinese ? _chinese.Value : null;
}
