using System.Globalization;
using ProdSales.Learning.Data;
using ProdSales.Predictions.Definition;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Predictions.Frames;

/// <summary>Reads what customers had bought by a day.</summary>
internal static class PurchaseReader
{
    /// <summary>Reads one row for each customer.</summary>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="definition">The query.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="span">The days after it that are looked at for silence; 0 for none.</param>
    /// <param name="cancellation">Interrupts the statement.</param>
    /// <exception cref="WarehouseException">The statement failed.</exception>
    internal static (Table Purchases, bool[] Silent) Read(DuckDbConnection connection, PurchaseDefinition definition, DateOnly asOf, int span, CancellationToken cancellation)
    {
        IReadOnlyList<string> names = definition.Columns.Names;
        using DuckDbCommand command = connection.CreateCommand($"SELECT {string.Join(", ", names)}, is_silent FROM ({definition.Histories}) ORDER BY ALL");
        command.Parameters.Add(new DuckDbParameter("as_of", asOf));
        command.Parameters.Add(new DuckDbParameter("span", span));
        List<double>[] values = [.. names.Select(_ => new List<double>())];
        List<bool> silent = [];
        using DuckDbDataReader reader = command.ExecuteReader(cancellation);
        while (reader.Read())
        {
            for (int at = 0; at < values.Length; at++)
            {
                values[at].Add(Convert.ToDouble(reader.GetValue(at), CultureInfo.InvariantCulture));
            }

            silent.Add(reader.GetBoolean(names.Count));
        }

        cancellation.ThrowIfCancellationRequested();
        return (new Table([.. names.Select((name, at) => TableColumn.OfNumbers(name, values[at]))]), [.. silent]);
    }
}
