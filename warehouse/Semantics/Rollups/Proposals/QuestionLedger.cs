using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Keeps in the warehouse what was asked of its facts: a few hundred rows at most, of shapes, not of values.</summary>
public static class QuestionLedger
{
    /// <summary>Adds what a log has counted since the last time.</summary>
    /// <param name="warehouse">The warehouse that answered.</param>
    /// <param name="log">The log, which begins anew.</param>
    /// <param name="cancellationToken">Ends it; what was counted is then lost.</param>
    /// <returns>How many shapes were written.</returns>
    public static async Task<int> SaveAsync(WarehouseDatabase warehouse, QuestionLog log, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(log);
        IReadOnlyDictionary<QuestionShape, QuestionLog.AskedShape> asked = log.Take();
        if (asked.Count == 0)
        {
            return 0;
        }

        (QuestionShape Shape, QuestionLog.AskedShape Asked, long Rows)[] counted = await warehouse.Readers.ReadAsync(
            (connection, token) => asked.Select(pair => (pair.Key, pair.Value, RowsOf(pair.Value, connection, token))).ToArray(), cancellationToken).ConfigureAwait(false);
        return await warehouse.Writer.WriteAsync(
            open =>
            {
                open.TouchNothingElse();
                Write(open.Connection, counted);
                return counted.Length;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads what is kept.</summary>
    internal static IReadOnlyList<(QuestionShape Shape, long Times, long Rows)> Read(DuckDbConnection connection)
    {
        using DuckDbCommand command = connection.CreateCommand("SELECT fact, is_monthly, dimensions, measures, asked, rows_read FROM question_shape ORDER BY asked * rows_read DESC, fact, is_monthly, dimensions, measures");
        using DuckDbDataReader reader = command.ExecuteReader();
        List<(QuestionShape, long, long)> shapes = [];
        while (reader.Read())
        {
            shapes.Add((new QuestionShape(reader.GetString(0), reader.GetBoolean(1), reader.GetString(2), reader.GetString(3)), reader.GetInt64(4), reader.GetInt64(5)));
        }

        return shapes;
    }

    // The rows of the question asked last stand for all of its shape.
    private static long RowsOf(QuestionLog.AskedShape asked, DuckDbConnection connection, CancellationToken token)
    {
        using DuckDbCommand command = StatementSql.OfRowCounts(asked.Plan).CommandOn(connection);
        using DuckDbDataReader reader = command.ExecuteReader(token);
        reader.Read();
        return reader.GetInt64(asked.Pass);
    }

    private static void Write(DuckDbConnection connection, (QuestionShape Shape, QuestionLog.AskedShape Asked, long Rows)[] counted)
    {
        foreach ((QuestionShape shape, QuestionLog.AskedShape asked, long rows) in counted)
        {
            Execute(connection, """
                MERGE INTO question_shape AS q
                USING (SELECT $1 AS fact, $2 AS is_monthly, $3 AS dimensions, $4 AS measures) AS n
                ON q.fact = n.fact AND q.is_monthly = n.is_monthly AND q.dimensions = n.dimensions AND q.measures = n.measures
                WHEN MATCHED THEN UPDATE SET asked = q.asked + $5, rows_read = $6, last_asked_at = $7
                WHEN NOT MATCHED THEN INSERT VALUES ($1, $2, $3, $4, $5, $6, $7)
                """, shape.Fact, shape.IsMonthly, shape.Dimensions, shape.Measures, asked.Times, rows, asked.LastAt);
        }

        Execute(connection, "DELETE FROM question_shape WHERE rowid NOT IN (SELECT rowid FROM question_shape ORDER BY last_asked_at DESC, rowid DESC LIMIT $1)", (long)QuestionLog.MostShapes);
    }

    private static void Execute(DuckDbConnection connection, string sql, params object[] values)
    {
        using DuckDbCommand command = connection.CreateCommand(sql);
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.Add(FormattableString.Invariant($"{i + 1}"), values[i]);
        }

        command.ExecuteNonQuery();
    }
}
