using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Reads the rows that a number is made of, page by page.</summary>
public sealed class RowReader
{
    private readonly SemanticModel _model;
    private readonly RowRequest _request;
    private readonly DuckDbConnection _connection;
    private readonly CancellationToken _cancellationToken;
    private readonly NumberRowBuilder _builder;

    private RowReader(SemanticModel model, RowRequest request, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        _model = model;
        _request = request;
        _connection = connection;
        _cancellationToken = cancellationToken;
        _builder = new NumberRowBuilder(model, request);
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

    /// <summary>How many rows make the number, or why it is not told.</summary>
    /// <param name="model">The model that the measure is of.</param>
    /// <param name="request">The number; its page does not count.</param>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="cancellationToken">Ends the statements.</param>
    public static (long Count, RowRefusal? Refusal) Count(SemanticModel model, RowRequest request, DuckDbConnection connection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(connection);
        (QueryPlan? plan, RowRefusal? refusal) = RowPlanning.Plan(model, request, connection, cancellationToken);
        long count = 0;
        foreach (FactScan scan in plan?.Scans ?? [])
        {
            using DuckDbCommand command = new RowSql(plan!.Query, scan, model.Dimensions).CountStatement().CommandOn(connection);
            using DuckDbDataReader reader = command.ExecuteReader(cancellationToken);
            reader.Read();
            count += reader.GetInt64(0);
        }

        return (count, refusal);
    }

    private RowOutcome Read()
    {
        if ((_request.Last ?? _request.First) is < 1 or > RowRequest.MostRows)
        {
            return new(null, RowRefusal.SizeOutOfRange(_request));
        }

        (QueryPlan? plan, RowRefusal? refusal) = RowPlanning.Plan(_model, _request, _connection, _cancellationToken);
        if (plan is null)
        {
            return new(null, refusal);
        }

        RowCursor? after = _request.After is { } begin ? RowCursor.Read(begin, _builder.Mark, plan.Scans) : null;
        RowCursor? before = _request.Before is { } end ? RowCursor.Read(end, _builder.Mark, plan.Scans) : null;
        return (_request.After is not null && after is null) ? new(null, RowRefusal.CursorOfAnotherQuestion("after"))
            : (_request.Before is not null && before is null) ? new(null, RowRefusal.CursorOfAnotherQuestion("before"))
            : new(Page(plan, after, before), null);
    }

    private RowPage Page(QueryPlan plan, RowCursor? after, RowCursor? before)
    {
        bool isFromEnd = _request.Last is not null;
        int size = _request.Last ?? _request.First;
        List<NumberRow> rows = [];
        List<string> statements = [];
        IEnumerable<int> scans = Enumerable.Range(0, plan.Scans.Count).Where(scan => scan >= (after?.Scan ?? 0) && scan <= (before?.Scan ?? int.MaxValue));
        foreach (int scan in isFromEnd ? scans.Reverse() : scans)
        {
            if (rows.Count > size)
            {
                break;
            }

            RowSql sql = new(plan.Query, plan.Scans[scan], _model.Dimensions);
            SqlStatement statement = sql.Statement(new RowBounds(scan == after?.Scan ? after.Keys : null, scan == before?.Scan ? before.Keys : null, size + 1 - rows.Count, isFromEnd));
            statements.Add(statement.Text);
            Read(statement, scan, sql, plan.Scans[scan].Source.Fact, rows);
        }

        IEnumerable<NumberRow> told = rows.Take(size);
        bool goesOn = rows.Count > size;
        return new RowPage(_builder.Parts, [.. isFromEnd ? told.Reverse() : told], isFromEnd ? before is not null : goesOn || before is not null, statements)
        {
            HasEarlier = isFromEnd ? goesOn || after is not null : after is not null,
        };
    }

    private void Read(SqlStatement statement, int scan, RowSql sql, Fact fact, List<NumberRow> rows)
    {
        using DuckDbCommand command = statement.CommandOn(_connection);
        using DuckDbDataReader reader = command.ExecuteReader(_cancellationToken);
        while (reader.Read())
        {
            rows.Add(_builder.Row([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))], scan, sql, fact));
        }
    }
}
