using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading.Intake;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Facts;

/// <summary>Counts and totals over rows of a fact: the warehouse's side of the reconciliation.</summary>
internal static class LoadedRows
{
    /// <summary>Counts the rows of the batch.</summary>
    internal static long Count(Batch batch, StarTable star) => batch.Connection.Scalar<long>(
        $"SELECT count(*) FROM {star.Name} WHERE {OfBatch(batch)}");

    /// <summary>Writes the condition for rows of the batch.</summary>
    internal static string OfBatch(Batch batch) => string.Create(CultureInfo.InvariantCulture, $"batch_id = {batch.Id}");

    /// <summary>Gives the count and the total of each measure of a query over rows of the fact's shape, money in the documents' currencies.</summary>
    internal static (long Rows, Dictionary<string, decimal> Totals) Totals(DuckDbConnection connection, StarTable star, string from)
    {
        using DuckDbCommand command = connection.CreateCommand(
            $"SELECT {SqlText.Join(", ", ["count(*)", .. star.Measures.Select(measure => TotalOf(star, measure))])} FROM {from}");
        return Read(command, star.Measures);
    }

    /// <summary>Reads a row that holds a count and then the total of each measure.</summary>
    internal static (long Rows, Dictionary<string, decimal> Totals) Read(DuckDbCommand command, IReadOnlyList<FeedColumn> measures)
    {
        using DuckDbDataReader reader = command.ExecuteReader();
        reader.Read();
        Dictionary<string, decimal> totals = new(StringComparer.Ordinal);
        for (int i = 0; i < measures.Count; i++)
        {
            totals[measures[i].Name] = reader.IsDBNull(i + 1)
                ? 0m
                : measures[i].Type is FeedType.Double ? MeasureTotals.Rounded(reader.GetDouble(i + 1)) : reader.GetDecimal(i + 1);
        }

        return (reader.GetInt64(0), totals);
    }

    private static string TotalOf(StarTable star, FeedColumn measure)
    {
        string name = SqlText.Name(measure.Name);
        string value = star.HasExchangeRate && star.Money.Contains(measure)
            ? $"coalesce({SqlText.Name(StarTable.DocumentColumn(measure))}, {name})"
            : name;
        return measure.Type is FeedType.Double ? $"sum({value})" : $"CAST(sum({value}) AS DECIMAL(38, 4))";
    }
}
