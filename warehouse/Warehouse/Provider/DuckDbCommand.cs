using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Statements;

namespace ProdSales.Warehouse.Provider;

/// <summary>A statement or a script of statements separated by semicolons, with parameters <c>$name</c>, <c>@name</c> or <c>?</c>.</summary>
/// <remarks>
/// A command is planned anew on every execution: a plan that is kept gives wrong results after the next commit on 1.5.6.
/// All statements of a script have run when its reader opens, and the reader steps through the results that have rows.
/// </remarks>
public sealed class DuckDbCommand : DbCommand
{
    private DuckDbConnection? _connection;

    /// <summary>Makes an empty command.</summary>
    public DuckDbCommand()
    {
    }

    /// <summary>Makes a command with its text.</summary>
    public DuckDbCommand(string sql) => CommandText = sql;

    /// <inheritdoc/>
    [AllowNull]
    public override string CommandText { get => field; set => field = value ?? ""; } = "";

    /// <summary>Gets or sets the seconds after which the command is interrupted; 0, the default, means its connection's <see cref="DuckDbConnection.StatementTimeout"/>.</summary>
    public override int CommandTimeout
    {
        get => field;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>Gets or sets the type, which can only be <see cref="CommandType.Text"/>.</summary>
    public override CommandType CommandType
    {
        get => CommandType.Text;
        set
        {
            if (value != CommandType.Text)
            {
                throw new NotSupportedException($"DuckDB runs SQL text only, not {value}.");
            }
        }
    }

    /// <inheritdoc/>
    public override bool DesignTimeVisible { get; set; }

    /// <inheritdoc/>
    public override UpdateRowSource UpdatedRowSource { get; set; }

    /// <summary>Gets or sets the connection.</summary>
    public new DuckDbConnection? Connection { get => _connection; set => _connection = value; }

    /// <summary>Gets or sets the transaction; a command runs in its connection's transaction whether this is set or not.</summary>
    public new DuckDbTransaction? Transaction { get; set; }

    /// <summary>Gets the parameters.</summary>
    public new DuckDbParameterCollection Parameters { get; } = [];

    /// <summary>Gets or sets a value indicating whether the last result is streamed: bounded memory, but the connection is taken until it is disposed.</summary>
    public bool IsStreaming { get; set; }

    /// <summary>Gets or sets a value indicating whether values are written into the text that the engine is given, where all are days, numbers and flags, instead of being bound.</summary>
    /// <remarks>
    /// The engine binds a statement with parameters to its tables twice, once before it knows their values. The command, its listener and its failures
    /// tell the text without values all the same. For a single statement whose placeholders are all <c>$name</c>; in others, and where one value is text, all are bound.
    /// </remarks>
    public bool WritesValues { get; set; }

    /// <inheritdoc/>
    protected override DbConnection? DbConnection { get => _connection; set => _connection = (DuckDbConnection?)value; }

    /// <inheritdoc/>
    protected override DbParameterCollection DbParameterCollection => Parameters;

    /// <inheritdoc/>
    protected override DbTransaction? DbTransaction { get => Transaction; set => Transaction = (DuckDbTransaction?)value; }

    /// <summary>Stops the command from another thread; it then fails with <see cref="WarehouseErrorKind.Interrupted"/>.</summary>
    public override void Cancel() => _connection?.Interrupt();

    /// <summary>Does nothing: every execution plans anew.</summary>
    public override void Prepare()
    {
    }

    /// <summary>Runs the command and gives the last result that has rows, chunk by chunk.</summary>
    /// <param name="cancellationToken">Interrupts the execution and, when streaming, the reading.</param>
    /// <exception cref="WarehouseException">The statement failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ResultChunks ExecuteChunks(CancellationToken cancellationToken = default)
    {
        List<ResultChunks> results = Run(cancellationToken);
        ResultChunks last = results.FindLast(r => r.HasRows) ?? results[^1];
        results.ForEach(r => DisposeUnless(last, r));
        return last;
    }

    /// <inheritdoc/>
    public override int ExecuteNonQuery() => ExecuteNonQuery(CancellationToken.None);

    /// <summary>Runs the command for its effect.</summary>
    /// <returns>The rows its statements changed in all; -1 when none of them changes rows.</returns>
    public int ExecuteNonQuery(CancellationToken cancellationToken)
    {
        List<ResultChunks> results = Run(cancellationToken);
        long? changed = RowsChanged(results);
        results.ForEach(r => r.Dispose());
        return changed is null ? -1 : checked((int)changed.Value);
    }

    /// <inheritdoc/>
    public override object? ExecuteScalar() => ExecuteScalar(CancellationToken.None);

    /// <summary>Runs the command and gives the first column of its first row.</summary>
    /// <returns>The value, <see cref="DBNull"/> for NULL, or null when there is no row.</returns>
    public object? ExecuteScalar(CancellationToken cancellationToken)
    {
        using DuckDbDataReader reader = ExecuteReader(cancellationToken);
        return reader.Read() ? reader.GetValue(0) : null;
    }

    /// <summary>Runs the command.</summary>
    public new DuckDbDataReader ExecuteReader() => ExecuteReader(CancellationToken.None);

    /// <summary>Runs the command, which the token interrupts.</summary>
    public DuckDbDataReader ExecuteReader(CancellationToken cancellationToken) => Reader(CommandBehavior.Default, cancellationToken);

    /// <inheritdoc/>
    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) =>
        Task.Run(() => ExecuteNonQuery(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) =>
        Task.Run(() => ExecuteScalar(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    protected override DbParameter CreateDbParameter() => new DuckDbParameter();

    /// <inheritdoc/>
    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Reader(behavior, CancellationToken.None);

    /// <inheritdoc/>
    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        Task.Run<DbDataReader>(() => Reader(behavior, cancellationToken), cancellationToken);

    private static void DisposeUnless(ResultChunks kept, ResultChunks result)
    {
        if (result != kept)
        {
            result.Dispose();
        }
    }

    private static long? RowsChanged(List<ResultChunks> results) => results.Aggregate((long?)null, (sum, r) => r.RowsChanged is long n ? (sum ?? 0) + n : sum);

    private DuckDbDataReader Reader(CommandBehavior behavior, CancellationToken token)
    {
        List<ResultChunks> results = Run(token);
        long? changed = RowsChanged(results);
        Action? onClosed = behavior.HasFlag(CommandBehavior.CloseConnection) ? _connection!.Close : null;
        return new DuckDbDataReader([.. results.Where(r => r.HasRows)], changed is null ? -1 : checked((int)changed.Value), onClosed);
    }

    private List<ResultChunks> Run(CancellationToken token)
    {
        DuckDbConnection connection = _connection ?? throw new InvalidOperationException("The command has no connection.");
        token.ThrowIfCancellationRequested();
        connection.Listener?.Invoke(CommandText);
        Activity? span = connection.IsLeased ? StatementSpan.Start(CommandText) : null;
        try
        {
            string? written = WritesValues && Parameters.Count > 0 ? Placeholders.Written(CommandText, Parameters) : null;
            List<ResultChunks> results = new Execution(connection, written ?? Placeholders.Rewrite(CommandText, Parameters), CommandText, written is null ? Parameters : [], IsStreaming)
                .Run(CommandTimeout > 0 ? TimeSpan.FromSeconds(CommandTimeout) : connection.StatementTimeout, token);
            results[^1].Span = span;
            return results;
        }
        catch (Exception error)
        {
            StatementSpan.Fail(span, error);
            throw;
        }
    }
}
