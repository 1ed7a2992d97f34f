using System.Text.Json;

namespace ProdSales.Semantics;

/// <summary>Writes the table of the first rows behind a number in each row of a cut: the rows that the number's own pass sums there.</summary>
internal sealed class NestedRowsSql(PlannedCut cut, int number, RowSql rows, SqlParameters parameters)
{
    internal string Table => $"rows_{cut.Index}_{number}";

    internal string Column => cut.RowColumns(number)!.Value.Rows;

    internal string Total => cut.RowColumns(number)!.Value.Total;

    internal string Text() => rows.NestedText(cut.Keys, parameters.Named($"first_rows_{cut.Index}_{number}", Asked.First + 1), After());

    private NestedRows Asked => cut.Request.Rows[number];

    // However many cursors there are, they are one value: a list for each, the keys of the row of the cut and then those of the row itself.
    private string? After() => Asked.After.Count == 0
        ? null
        : parameters.Named($"after_rows_{cut.Index}_{number}", JsonSerializer.Serialize(Asked.Cursors(cut.Keys.Count).Select(cursor => cursor.Cell.Concat(cursor.Keys))));

    internal static IEnumerable<NestedRowsSql> Of(QueryPlan plan, PlannedCut cut, SqlParameters parameters, StatementTables tables) =>
        Enumerable.Range(0, cut.Request.Rows.Count).Where(number => cut.RowColumns(number) is not null)
            .Select(number => new NestedRowsSql(cut, number, Sql(plan, cut, cut.Request.Rows[number].Measure, parameters, tables), parameters));

    /// <summary>The writer of the rows of a measure in a cut.</summary>
    internal static RowSql Sql(QueryPlan plan, PlannedCut cut, Measure measure, SqlParameters? parameters = null, StatementTables? tables = null)
    {
        CutRequest? chain = null;
        foreach (PlannedCut at in cut.WithAncestors())
        {
            chain = new CutRequest { Dimension = at.Request.Dimension, Grain = at.Request.Grain, Measures = at == cut ? [new MeasureRequest(measure)] : [], Cuts = chain is null ? [] : [chain] };
        }

        QueryPlan alone = QueryPlanner.Plan(plan.Query with { Cuts = [chain!], Rollups = [] });
        return new RowSql(plan.Query, alone.Scans.Single(), plan.Query.Subject.Dimensions, parameters ?? new SqlParameters(), tables);
    }
}
