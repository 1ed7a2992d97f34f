using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.GraphQL.Types.Building;
using ProdSales.Schema;
using ProdSales.Semantics;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Bench.Wide;

/// <summary>Answers sales as the product does, but over rows that its statement gave before the request came.</summary>
internal sealed class HeldAnswer(ReaderPool readers) : ISubtreeResolver
{
    private SqlStatement? _statement;
    private ResultChunks? _held;

    /// <summary>An engine whose sales are answered so, and the answerer to hold rows in.</summary>
    internal static (GraphQLEngine Engine, HeldAnswer Answer) Over(ReaderPool readers)
    {
        SemanticModel model = ModelReader.Shipped;
        Subject sales = model.Subjects.Single(subject => subject.Name == "sales");
        HeldAnswer answer = new(readers);
        SchemaBuilder schema = AnalyticSchema.Contract(model);
        FieldRoles.Attach(schema, model, sales);
        schema.Object("Query").Field("sales").Attach(new SubjectRole(sales)).ResolveSubtree(answer);
        return (new GraphQLEngine(schema.Build()), answer);
    }

    /// <summary>Runs the statement of the last request again and holds all its rows.</summary>
    internal void Hold()
    {
        _held?.Dispose();
        _held = Run(_statement ?? throw new InvalidOperationException("No request has told its statement yet."));
    }

    /// <inheritdoc/>
    public ValueTask ResolveAsync(SubtreeBatch batch, CancellationToken cancellationToken)
    {
        (SubjectQuestion? question, IReadOnlyList<Refusal> refusals) = SelectionReader.Read(batch.Subtrees[0], new(() => new DateOnly(2026, 1, 1)), SecurityScope.Full);
        SharedStatement statement = new(ModelReader.Shipped, [question ?? throw new InvalidOperationException(refusals[0].Code)]);
        _statement = statement.Statement!;
        using RowCursor rows = new(_held ?? Run(_statement));
        _held = null;
        SubjectResolver.Write(statement, rows, null);
        return ValueTask.CompletedTask;
    }

    private ResultChunks Run(SqlStatement statement)
    {
        using ReaderLease lease = readers.Lease();
        using DuckDbCommand command = statement.CommandOn(lease.Connection);
        return command.ExecuteChunks(CancellationToken.None);
    }
}
