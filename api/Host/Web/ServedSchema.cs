using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Types;
using ProdSales.Host.Limits;
using ProdSales.Host.Speech;
using ProdSales.Predictions.Service;
using ProdSales.Schema;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Web;

/// <summary>Puts semantic model, schema and warehouse together: the same engine for the server and for the command line.</summary>
internal static class ServedSchema
{
    /// <summary>Makes the engine that answers from a warehouse.</summary>
    internal static GraphQLEngine Engine(
        WarehouseDatabase warehouse, TimeProvider clock, SemanticModel model, QuestionLog? questions = null, ModelService? service = null, ServerLimits? limits = null, AnswerSizes? sizes = null) =>
        new(
            Schema(warehouse, clock, model, questions, service),
            OptionsOf(limits ?? new ServerLimits()) with { ShownSchema = new ContractInWords(model).ShownTo, ListLength = sizes is null ? null : sizes.LengthOf });

    /// <summary>Makes what answers a server's requests: the same engine behind a cache.</summary>
    internal static (GraphQLEngine Engine, AnswerCache Cache, LiveAnswers Live) Cached(
        WarehouseDatabase warehouse, TimeProvider clock, SemanticModel model, QuestionLog questions, ModelService service, ServerLimits limits)
    {
        ListenedClock listened = new(clock);
        GraphQLEngine engine = Engine(warehouse, listened, model, questions, service, limits, Sizes(warehouse, clock, model));
        AnswerCache cache = new(engine, warehouse, listened, model.Version);
        return (engine, cache, new LiveAnswers(cache, warehouse, listened));
    }

    /// <summary>The caller of a name who speaks a language and may see a scope.</summary>
    internal static Caller CallerOf(Language language, SecurityScope scope, string name) =>
        new(language is Language.Chinese ? AnswerLanguage.Chinese : AnswerLanguage.English, scope) { Name = name };

    private static AnswerSizes Sizes(WarehouseDatabase warehouse, TimeProvider clock, SemanticModel model)
    {
        using ReaderLease lease = warehouse.Readers.Lease();
        return new AnswerSizes(model, warehouse, lease.Connection, clock);
    }

    private static EngineOptions OptionsOf(ServerLimits limits) =>
        new() { Limits = limits.Engine, AllowsIntrospection = limits.AllowsIntrospection, MayIntrospect = SchemaRight.IsAllowed, DescribeException = WarehouseRefusal.Describe };

    private static GraphQLSchema Schema(WarehouseDatabase warehouse, TimeProvider clock, SemanticModel model, QuestionLog? questions, ModelService? service)
    {
        using ReaderLease lease = warehouse.Readers.Lease();
        IReadOnlyList<ModelDefect> defects = StarCheck.Defects(model, lease.Connection);
        return defects.Count == 0
            ? AnalyticSchema.Build(model, warehouse, clock, questions: questions, service: service)
            : throw new InvalidOperationException(string.Join(Environment.NewLine, defects));
    }
}
