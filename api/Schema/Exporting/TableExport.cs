using ProdSales.GraphQL;
using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.Semantics;
using ProdSales.Warehouse;

namespace ProdSales.Schema;

/// <summary>Plans questions as tables, by the model, the rules of security and the planner that answer them as JSON.</summary>
/// <param name="warehouse">What is read.</param>
/// <param name="clock">Says what day it is where the question names none.</param>
/// <param name="model">The model.</param>
public sealed class TableExport(WarehouseDatabase warehouse, TimeProvider clock, SemanticModel model)
{
    private readonly ConnectedSources _sources = new(warehouse.Readers);
    private readonly KeptRollups _rollups = new(warehouse.Readers, model);
    private readonly KeptDays _days = new(warehouse);
    private readonly RowExport _rows = new(warehouse.Readers, clock, model);

    /// <summary>Plans one table.</summary>
    /// <param name="fields">The root fields of the question: one subject, or the rows behind a number.</param>
    /// <param name="state">Whoever asks, a <see cref="Caller"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The table, or why there is none, in the caller's language.</returns>
    public async Task<(ExportTable? Table, IReadOnlyList<GraphQLError> Errors)> PlanAsync(IReadOnlyList<SelectedField> fields, object? state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields is [{ Definition.Attachment: RowsRole } rows])
        {
            return await _rows.PlanAsync(rows, state, cancellationToken).ConfigureAwait(false);
        }

        if (fields is not [{ Definition.Attachment: SubjectRole role } root])
        {
            return (null, [Refusal.NotOneSubject([.. fields.Select(field => field.ResponseName)]).ErrorFor(state)]);
        }

        (IReadOnlyList<SelectedField> chain, Refusal? refusal) = TableReader.Chain(root);
        Lazy<DateOnly> today = new(() => DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
        (MetricQuery? query, IReadOnlyList<Refusal> refusals) = SelectionReader.ReadTable(root, today, Caller.Of(state).Scope);
        refusals = refusal is null ? refusals : [refusal, .. refusals];
        IReadOnlyList<TableColumn> columns = refusal is null ? TableReader.Columns(chain) : [];
        if (refusals.Count == 0 && columns.Count == 0)
        {
            refusals = [Refusal.NoColumns()];
        }

        if (refusals.Count > 0)
        {
            return (null, [.. refusals.Select(reason => reason.ErrorFor(state))]);
        }

        QueryPlan plan = QueryPlanner.Plan(query! with
        {
            Cuts = [TableReader.Request(query.Cuts[0])],
            Unconnected = await _sources.EmptyOfAsync(role.Subject.Sources, cancellationToken).ConfigureAwait(false),
            Recorded = await _days.OfAsync(query!, cancellationToken).ConfigureAwait(false),
            Rollups = await _rollups.ReadAsync(cancellationToken).ConfigureAwait(false),
        });
        string name = string.Join('-', chain.Select(cut => cut.ResponseName).Prepend(root.ResponseName));
        return (new ExportTable(name, StatementSql.OfTable(plan, plan.AllCuts[^1], columns)), []);
    }
}
