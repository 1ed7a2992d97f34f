using System.Globalization;
using System.Text.Json;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Bench.Drill;

/// <summary>The rows of the finest level, from an answer and from SQL, in one form: the names around a row from the outermost in, and its revenue.</summary>
internal static class LeafRows
{
    /// <summary>The rows of an answer in their order; one with errors is refused.</summary>
    internal static IReadOnlyList<string> Of(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        if (document.RootElement.TryGetProperty("errors", out JsonElement errors))
        {
            throw new InvalidOperationException($"The question was refused: {errors}");
        }

        List<string> rows = [];
        Add(document.RootElement, "", rows);
        return rows;
    }

    /// <summary>The rows of a statement in their order: names and days are its texts and dates, the revenue its last column.</summary>
    internal static IReadOnlyList<string> Of(WarehouseDatabase warehouse, string sql)
    {
        using ReaderLease lease = warehouse.Readers.Lease();
        using DuckDbCommand command = lease.Connection.CreateCommand(sql);
        using DuckDbDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            string names = string.Concat(Enumerable.Range(0, reader.FieldCount - 1).Select(column => Name(reader.GetValue(column))));
            rows.Add(Row(names, reader.GetDecimal(reader.FieldCount - 1)));
        }

        return rows;
    }

    private static void Add(JsonElement element, string around, List<string> rows)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                Add(item, around, rows);
            }

            return;
        }

        JsonProperty[] fields = [.. element.EnumerateObject()];
        string names = around + string.Concat(fields.Where(field => field.Value.ValueKind == JsonValueKind.String).Select(field => Name(field.Value.GetString())));
        JsonElement[] inner = [.. fields.Select(field => field.Value).Where(value => value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)];
        foreach (JsonElement cut in inner)
        {
            Add(cut, names, rows);
        }

        if (inner.Length == 0)
        {
            rows.Add(Row(names, element.GetProperty("revenue").GetDecimal()));
        }
    }

    private static string Name(object? value) => value switch
    {
        string text => $"{text}|",
        DateOnly day => $"{day:O}|",
        DateTime instant => $"{DateOnly.FromDateTime(instant):O}|",
        _ => "",
    };

    private static string Row(string names, decimal revenue) => string.Create(CultureInfo.InvariantCulture, $"{names}{revenue:0.0000}");
}
