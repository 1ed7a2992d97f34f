using ProdSales.Native;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Engine;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Values;

namespace ProdSales.Warehouse.Statements;

/// <summary>One execution of a command, planned for it alone.</summary>
/// <remarks>
/// A plan holds what the tables looked like when it was made, and 1.5.6 does not notice that they have changed since. So a single statement without
/// parameters is planned and run in one call of the engine, within one transaction; one with parameters is planned again by the engine itself
/// when it runs; and a stream is planned and run inside a transaction of its own.
/// </remarks>
/// <param name="connection">The connection.</param>
/// <param name="sql">The text for the engine.</param>
/// <param name="text">The text for people, which failures and results name.</param>
/// <param name="parameters">The values to bind.</param>
/// <param name="isStreaming">Whether the last result is streamed.</param>
internal sealed class Execution(DuckDbConnection connection, string sql, string text, DuckDbParameterCollection parameters, bool isStreaming)
{
    /// <summary>Runs all statements.</summary>
    /// <returns>One result a statement, at least one; the last may be streaming.</returns>
    public List<ResultChunks> Run(TimeSpan timeout, CancellationToken token)
    {
        ConnectionLease lease = connection.Take(timeout, token);
        var results = new List<ResultChunks>();
        bool isKept = false;
        try
        {
            RunInto(results, lease);
            isKept = lease.StreamBehind is not null;
            return results;
        }
        catch (WarehouseException error)
        {
            results.ForEach(r => r.Dispose());
            UndoScript();
            Exception told = lease.Interruption.Told(connection.Engine.Noticed(error));
            if (ReferenceEquals(told, error))
            {
                throw;
            }

            throw told;
        }
        finally
        {
            if (!isKept)
            {
                lease.Dispose();
            }
        }
    }

    private void RunInto(List<ResultChunks> results, ConnectionLease lease)
    {
        ulong count = LibDuckDb.ExtractStatements(connection.Handle, sql, out ExtractedHandle statements);
        using (statements)
        {
            RequireParsed(statements);
            if (count == 0)
            {
                results.Add(new ResultChunks(default, text, connection.Engine, streamEnd: null, interruption: null));
            }
            else if (count == 1 && parameters.Count == 0 && !isStreaming)
            {
                results.Add(RunAtOnce());
            }
            else
            {
                for (ulong i = 0; i < count; i++)
                {
                    lease.Interruption.ThrowIfStopped(text);
                    results.Add(RunPrepared(statements, i, isStreaming && i == count - 1 ? lease : null));
                }
            }
        }
    }

    /// <summary>Ends a transaction that a failed script has begun, or that the engine has begun for a statement it unfolds into several.</summary>
    private void UndoScript()
    {
        if (connection.CurrentTransaction is null)
        {
            NativeResult result = default;
            LibDuckDb.Query(connection.Handle, "ROLLBACK", ref result);
            LibDuckDb.DestroyResult(ref result);
        }
    }

    private ResultChunks RunAtOnce()
    {
        NativeResult result = default;
        Require(LibDuckDb.Query(connection.Handle, sql, ref result), ref result);
        return Materialised(result);
    }

    private ResultChunks RunPrepared(ExtractedHandle statements, ulong index, ConnectionLease? streamLease)
    {
        using OwnTransaction? own = streamLease is not null && connection.CurrentTransaction is null ? OwnTransaction.Begin(connection) : null;
        NativeState state = LibDuckDb.PrepareExtracted(connection.Handle, statements, index, out PreparedHandle statement);
        using (statement)
        {
            if (state != NativeState.Success)
            {
                throw EngineErrors.From(LibDuckDb.PrepareError(statement), text);
            }

            Bind(statement);
            if (streamLease is not null)
            {
                return Stream(statement, streamLease, own);
            }

            NativeResult result = default;
            Require(LibDuckDb.ExecutePrepared(statement, ref result), ref result);
            return Materialised(result);
        }
    }

    private ResultChunks Stream(PreparedHandle statement, ConnectionLease lease, OwnTransaction? own)
    {
        NativeState state = LibDuckDb.PendingPreparedStreaming(statement, out PendingHandle pending);
        using (pending)
        {
            if (state != NativeState.Success)
            {
                throw EngineErrors.From(LibDuckDb.PendingError(pending), text);
            }

            NativeResult result = default;
            Require(LibDuckDb.ExecutePending(pending, ref result), ref result);
            lease.StreamBehind = new ResultChunks(result, text, connection.Engine, new StreamEnd(lease, own?.Handed()), lease.Interruption);
            return lease.StreamBehind;
        }
    }

    private void Bind(PreparedHandle statement)
    {
        ulong count = LibDuckDb.ParameterCount(statement);
        for (ulong i = 1; i <= count; i++)
        {
            string placeholder = LibDuckDb.TakeText(LibDuckDb.ParameterName(statement, i));
            DuckDbParameter parameter = parameters.For(placeholder) ?? throw Missing(placeholder);
            using ValueHandle value = ParameterValues.Create(parameter.Value);
            if (LibDuckDb.BindValue(statement, i, value) != NativeState.Success)
            {
                throw EngineErrors.From(LibDuckDb.PrepareError(statement), text);
            }
        }
    }

    private InvalidOperationException Missing(string placeholder)
    {
        string[] given = [.. parameters.Cast<DuckDbParameter>().Select(p => p.BareName)];
        return new InvalidOperationException($"The statement asks for the parameter ${placeholder}; given are: {(given.Length == 0 ? "none" : string.Join(", ", given))}.");
    }

    private ResultChunks Materialised(NativeResult result) => new(result, sql, connection.Engine, streamEnd: null, interruption: null);

    private void Require(NativeState state, ref NativeResult result)
    {
        if (state == NativeState.Success)
        {
            return;
        }

        WarehouseException error = EngineErrors.From(LibDuckDb.ResultErrorType(ref result), LibDuckDb.ResultError(ref result), text);
        LibDuckDb.DestroyResult(ref result);
        throw error;
    }

    private void RequireParsed(ExtractedHandle statements)
    {
        string error = LibDuckDb.ExtractStatementsError(statements);
        if (error.Length > 0)
        {
            throw EngineErrors.From(error, text);
        }
    }
}
