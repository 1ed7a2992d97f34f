namespace ProdSales.Semantics;

/// <summary>Reads the first rows behind a number that the statement of a cut gives with each of its rows.</summary>
public sealed class NestedRowsReader
{
    private readonly SemanticModel _model;
    private readonly MetricQuery _query;
    private readonly PlannedCut _cut;
    private readonly NestedRows _rows;
    private readonly RowSql _sql;
    private readonly Fact _fact;
    private readonly string _place;
    private readonly HashSet<string> _continued;

    /// <summary>Prepares for the rows of one cut.</summary>
    /// <param name="model">The model that the measure is of.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cut">The cut; it gives these rows.</param>
    /// <param name="number">Which of the rows that are asked for there.</param>
    public NestedRowsReader(SemanticModel model, QueryPlan plan, PlannedCut cut, int number)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(cut);
        (_model, _query, _cut, _rows) = (model, plan.Query, cut, cut.Request.Rows[number]);
        _sql = NestedRowsSql.Sql(plan, cut, _rows.Measure);
        _fact = _rows.Measure.Aggregates().First().Fact;
        _place = NestedCursor.PlaceOf(model, _query, cut.WithAncestors().Reverse().Select(at => at.Request), _rows.Measure);
        _continued = [.. _rows.Cursors(cut.Keys.Count).Select(cursor => cursor.Mark)];
    }

    /// <summary>The page of one row of the cut; behind its cursors the same number goes on when it is asked for alone.</summary>
    /// <param name="told">Gives what the row of the cut tells in a column.</param>
    /// <param name="step">The first day of its step of time, or null.</param>
    /// <param name="rows">The values of the rows, one more than wanted where there are more.</param>
    public (RowPage Page, RowRequest Request) Page(Func<CutField, string?> told, DateOnly? step, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowRequest cell = _rows.Cell(_query, _cut, told, step);
        NumberRowBuilder builder = new(_model, cell);
        NumberRow[] read = [.. rows.Take(_rows.First).Select(values => builder.Row(values, 0, _sql, _fact, Under(values)))];
        return (new RowPage(builder.Parts, read, rows.Count > _rows.First, []) { HasEarlier = _continued.Contains(builder.Mark) }, cell);
    }

    // The keys of the row of the cut are told with each row, behind all else.
    private string?[] Under(IReadOnlyList<object?> values) => [_place, .. values.TakeLast(_cut.Keys.Count).Select(key => key as string)];
}
