using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Plans the number whose rows are asked for, or says why they are not shown.</summary>
internal static class RowPlanning
{
    /// <param name="model">The model that the measure is of.</param>
    /// <param name="request">The number.</param>
    /// <param name="connection">Counts the cases of a measure that demands some.</param>
    /// <param name="cancellationToken">Ends the counting.</param>
    internal static (QueryPlan? Plan, RowRefusal? Refusal) Plan(SemanticModel model, RowRequest request, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        if (request.Period.To < request.Period.From)
        {
            return (null, RowRefusal.PeriodEndsBeforeItStarts(request.Period));
        }

        MetricQuery query = request.Query(model, isGuarded: false);
        if ((ScopeCheck.Refusal(request.Scope, request.Measure) ?? ScopeCheck.Refusal(query) ?? MaskedKey(model, request.Measure, request.Scope)) is { } hidden)
        {
            return (null, RowRefusal.Of(hidden));
        }

        QueryPlan plan = QueryPlanner.Plan(query);
        if (plan.AllCuts[0].Unavailable is [var reason, ..])
        {
            return (null, RowRefusal.Of(reason));
        }

        return TooFew(model, request, connection, cancellationToken) is { } refusal ? (null, refusal) : (plan, null);
    }

    // What a number of too few cases is made of would tell the number.
    private static RowRefusal? TooFew(SemanticModel model, RowRequest request, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        if (request.Measure.Guard is not { } guard)
        {
            return null;
        }

        SqlStatement statement = StatementSql.Of(QueryPlanner.Plan(request.Query(model, isGuarded: true)));
        using DuckDbCommand command = statement.CommandOn(connection);
        using DuckDbDataReader reader = command.ExecuteReader(cancellationToken);
        long cases = reader.Read() ? reader.GetInt64(statement.Position(new MeasureRequest(request.Measure, request.Comparison).SampleColumn)) : 0;
        return cases < guard.Least ? RowRefusal.SampleTooSmall(request.Measure, cases, guard.Least) : null;
    }

    // The cursor tells the keys, and a distinct count its values: neither may be those of a masked dimension.
    internal static ScopeRefusal? MaskedKey(SemanticModel model, Measure measure, SecurityScope scope)
    {
        Aggregate[] parts = [.. measure.Formula.Aggregates().Distinct()];
        Dimension? masked = model.Dimensions.FirstOrDefault(dimension => dimension.Member is null && scope.Masks(dimension)
            && Array.Exists(parts, part => part.Fact.Reach.TryGetValue(dimension.Name, out string? column) && (part.Fact.Keys.Contains(column) || part.Columns.Contains(column))));
        return masked is null ? null : ScopeRefusal.Masked(masked);
    }
}
