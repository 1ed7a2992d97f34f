using System.Globalization;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Reads the rows that a number is made of, page by page.</summary>
public sealed class RowReader
{
    private readonly SemanticModel _model;
    private readonly RowRequest _request;
    private readonly DuckDbConnection _connection;
    private readonly CancellationToken _cancellationToken;
    private readonly string _mark;
    private readonly Aggregate[] _parts;
    private readonly RowForm? _form;

    private RowReader(SemanticModel model, RowRequest request, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        _model = model;
        _request = request;
        _connection = connection;
        _cancellationToken = cancellationToken;
        _mark = RowCursor.MarkOf(model, request);
        _parts = [.. request.Measure.Formula.Aggregates().Distinct()];
        _form = RowForm.Of(request.Measure.Formula);
    }

    /// <summary>One page of the rows, or why there is none.</summary>
    /// <param name="model">The model that the measure is of.</param>
    /// <param name="request">The number and the page.</param>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="cancellationToken">Ends the statements.</param>
    public static RowOutcome Read(SemanticModel model, RowRequest request, DuckDbConnection connection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(connection);
        return new RowReader(model, request, connection, cancellationToken).Read();
    }

    private RowOutcome Read()
    {
        if (_request.First is < 1 or > RowRequest.MostRows)
        {
            return new(null, RowRefusal.FirstOutOfRange(_request.First));
        }

        if (_request.Period.To < _request.Period.From)
        {
            return new(null, RowRefusal.PeriodEndsBeforeItStarts(_request.Period));
        }

        MetricQuery query = _request.Query(_model, isGuarded: false);
        if ((ScopeCheck.Refusal(_request.Scope, _request.Measure) ?? ScopeCheck.Refusal(query) ?? MaskedKey()) is { } hidden)
        {
            return new(null, RowRefusal.Of(hidden));
        }

        QueryPlan plan = QueryPlanner.Plan(query);
        if (plan.AllCuts[0].Unavailable is [var reason, ..])
        {
            return new(null, RowRefusal.Of(reason));
        }

        if (TooFew() is { } refusal)
        {
            return new(null, refusal);
        }

        RowCursor? after = _request.After is null ? null : RowCursor.Read(_request.After, _mark, plan.Scans);
        return _request.After is not null && after is null
            ? new(null, RowRefusal.CursorOfAnotherQuestion())
            : new(Page(plan, after), null);
    }

    // What a number of too few cases is made of would tell the number.
    private RowRefusal? TooFew()
    {
        if (_request.Measure.Guard is not { } guard)
        {
            return null;
        }

        SqlStatement statement = StatementSql.Of(QueryPlanner.Plan(_request.Query(_model, isGuarded: true)));
        using DuckDbCommand command = statement.CommandOn(_connection);
        using DuckDbDataReader reader = command.ExecuteReader(_cancellationToken);
        long cases = reader.Read() ? reader.GetInt64(statement.Position(new MeasureRequest(_request.Measure, _request.Comparison).SampleColumn)) : 0;
        return cases < guard.Least ? RowRefusal.SampleTooSmall(_request.Measure, cases, guard.Least) : null;
    }

    // The cursor tells the keys, and a distinct count its values: neither may be those of a masked dimension.
    private ScopeRefusal? MaskedKey()
    {
        Dimension? masked = _model.Dimensions.FirstOrDefault(dimension => dimension.Member is null && _request.Scope.Masks(dimension)
            && Array.Exists(_parts, part => part.Fact.Reach.TryGetValue(dimension.Name, out string? column) && (part.Fact.Keys.Contains(column) || part.Columns.Contains(column))));
        return masked is null ? null : ScopeRefusal.Masked(masked);
    }

    private RowPage Page(QueryPlan plan, RowCursor? after)
    {
        List<NumberRow> rows = [];
        List<string> statements = [];
        for (int scan = after?.Scan ?? 0; scan < plan.Scans.Count && rows.Count <= _request.First; scan++)
        {
            RowSql sql = new(plan.Query, plan.Scans[scan], _model.Dimensions);
            SqlStatement statement = sql.Statement(scan == after?.Scan ? after.Keys : null, _request.First + 1 - rows.Count);
            statements.Add(statement.Text);
            Read(statement, scan, sql, plan.Scans[scan].Source.Fact, rows);
        }

        return new RowPage(_parts, [.. rows.Take(_request.First)], rows.Count > _request.First, statements);
    }

    private void Read(SqlStatement statement, int scan, RowSql sql, Fact fact, List<NumberRow> rows)
    {
        using DuckDbCommand command = statement.CommandOn(_connection);
        using DuckDbDataReader reader = command.ExecuteReader(_cancellationToken);
        while (reader.Read())
        {
            rows.Add(Row(new Cells(reader), scan, sql, fact));
        }
    }

    private NumberRow Row(Cells cells, int scan, RowSql sql, Fact fact)
    {
        string?[] keys = [.. fact.Keys.Select(_ => cells.Text())];
        DateOnly? day = cells.Next() as DateOnly?;
        SourceDocument? document = fact.Document is null ? null : Addressed(cells.Text(), cells.Text(), cells.Text());
        SegmentMember[] members = [.. sql.Dimensions.Select(dimension => new SegmentMember(dimension, cells.Text(), cells.Text()))];
        RowValue[] columns = [.. sql.Columns.Select(column => new RowValue(column, cells.Next()))];
        Dictionary<Aggregate, RowPart> adds = [];
        foreach (Aggregate part in sql.Parts)
        {
            (object? value, object? second, object? step) = (cells.Next(), cells.Next(), cells.Next());
            if (value is not null)
            {
                adds.Add(part, new RowPart(value, second, step));
            }
        }

        RowValue[] shown = [.. fact.Keys.Zip(keys, (name, value) => new RowValue(name, value)).Where(key => !fact.Reach.Values.Contains(key.Column))];
        return new NumberRow(
            new RowCursor(scan, keys).Written(_mark), fact.Name, shown, day, members, columns,
            [.. _parts.Select(part => adds.GetValueOrDefault(part))], _form?.Numerator(adds), _form?.Denominator(adds), document);
    }

    private SourceDocument Addressed(string? system, string? id, string? line)
    {
        string? address = system is not null && _request.DocumentAddresses.TryGetValue(system, out string? template)
            ? template.Replace("{document}", Uri.EscapeDataString(id ?? ""), StringComparison.Ordinal).Replace("{line}", Uri.EscapeDataString(line ?? ""), StringComparison.Ordinal)
            : null;
        return new SourceDocument(system ?? "", id, line, address);
    }

    /// <summary>The values of one row from left to right.</summary>
    private sealed class Cells(DuckDbDataReader reader)
    {
        private int _next;

        internal object? Next()
        {
            int column = _next++;
            return reader.IsDBNull(column) ? null : reader.GetValue(column);
        }

        internal string? Text() => Next() is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
    }
}
