using ProdSales.GraphQL;
using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.Semantics;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Schema;

/// <summary>Plans the rows behind a number as a table: all of them, with what the question tells of each.</summary>
internal sealed class RowExport(ReaderPool readers, TimeProvider clock, SemanticModel model)
{
    private static readonly string[] Paging = ["first", "after", "last", "before"];

    private readonly RowQuestion _question = new(model, readers, new KeptRollups(readers, model), clock, new Dictionary<string, string>());

    internal async Task<(ExportTable? Table, IReadOnlyList<GraphQLError> Errors)> PlanAsync(SelectedField rows, object? state, CancellationToken cancellationToken)
    {
        RowGroup[] groups = [.. Groups(rows)];
        string[] paging = [.. Paging.Where(argument => rows.Arguments.Values.GetValueOrDefault(argument) is not null)];
        if (groups.Length == 0 || paging.Length > 0)
        {
            return (null, [(groups.Length == 0 ? Refusal.NoColumns() : Refusal.WholeTable(paging)).ErrorFor(state)]);
        }

        (RowRequest? read, Refusal? problem) = await _question.RequestAsync(rows.Arguments, state, cancellationToken).ConfigureAwait(false);
        if (read is not { } request)
        {
            return (null, [problem!.ErrorFor(state)]);
        }

        (SqlStatement? statement, RowRefusal? refusal) = await readers.ReadAsync((connection, token) => RowTable.Of(model, request, groups, connection, token), cancellationToken).ConfigureAwait(false);
        return statement is null ? (null, [Refusal.Of(refusal!).ErrorFor(state)])
            : statement.Columns.Count == 0 ? (null, [Refusal.NoColumns().ErrorFor(state)])
            : (new ExportTable($"{rows.ResponseName}-{SchemaNames.Of(request.Measure)}", statement), []);
    }

    // What is told of a row, under nodes or under edges, in the order of the question.
    private static IEnumerable<RowGroup> Groups(SelectedField rows) => rows.Fields
        .SelectMany(field => field.Name switch { "nodes" => field.Fields, "edges" => field.Fields.Where(edge => edge.Name == "node").SelectMany(node => node.Fields), _ => [] })
        .Where(field => !field.IsTypeName)
        .Select(field => Enum.Parse<RowGroup>(field.Name, ignoreCase: true))
        .Distinct();
}
