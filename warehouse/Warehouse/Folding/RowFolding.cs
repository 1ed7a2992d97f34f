using System.Globalization;
using System.Runtime.ExceptionServices;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Folding;

/// <summary>Runs statements whose rows are taken where they arise, on the threads of the engine, instead of being handed over one chunk after the other.</summary>
public static class RowFolding
{
    /// <summary>Columns that a statement has at most.</summary>
    public const int MostColumns = FoldFunction.MostColumns;

    private const string NumberName = "fold_run";

    /// <summary>Runs one SELECT and folds its rows.</summary>
    /// <param name="command">The SELECT with its values by name; it can be run by itself just as well.</param>
    /// <param name="columns">Its columns, 1 to <see cref="MostColumns"/>.</param>
    /// <param name="numbered">Columns of texts that are folded as the numbers of their texts; their type is then INTEGER.</param>
    /// <param name="start">Makes a fold that has kept nothing; called by several threads.</param>
    /// <param name="cancellationToken">Interrupts the statement.</param>
    /// <returns>What all rows came to; a fold that has kept nothing where there is no row.</returns>
    /// <exception cref="WarehouseException">The statement failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>What a fold throws ends the statement and is thrown here.</remarks>
    public static T Fold<T>(this DuckDbCommand command, IReadOnlyList<string> columns, IReadOnlyDictionary<string, ITextNumbering> numbered, Func<T> start, CancellationToken cancellationToken = default)
        where T : class, IRowFold<T>
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(numbered);
        if (columns.Count is 0 or > MostColumns)
        {
            throw new ArgumentException($"The statement has {columns.Count} columns; 1 to {MostColumns} can be folded.", nameof(columns));
        }

        using FoldRun<T> run = new(columns, numbered, start);
        string rows = command.CommandText;
        command.CommandText = $"SELECT {FoldFunction.Name}({string.Join(", ", columns.Select((column, place) => Folded(column, place, numbered.ContainsKey(column))))}, ${NumberName})\nFROM (\n{rows}\n) AS folded";
        command.Parameters.Add(NumberName, run.Number);
        try
        {
            command.ExecuteNonQuery(cancellationToken);
        }
        catch (WarehouseException) when (run.Thrown is not null)
        {
            ExceptionDispatchInfo.Throw(run.Thrown);
        }
        finally
        {
            command.CommandText = rows;
            command.Parameters.RemoveAt(NumberName);
        }

        return run.Result;
    }

    // The function sees no null, so that a column without a text costs no call.
    private static string Folded(string column, int place, bool isNumbered) =>
        isNumbered ? string.Create(CultureInfo.InvariantCulture, $"CASE WHEN \"{column}\" IS NULL THEN 0 ELSE {NumberFunction.Name}(\"{column}\", ${NumberName}, {place}) END") : $"\"{column}\"";
}
