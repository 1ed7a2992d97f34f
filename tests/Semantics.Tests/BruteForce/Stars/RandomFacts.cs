using ProdSales.Semantics;
using ProdSales.Warehouse.Provider;

namespace ProdSales.SemanticsTests.BruteForce.Stars;

/// <summary>Random rows of every fact table that the model reads, and of the intervals behind snapshots of each day; now and then a table stays empty.</summary>
internal sealed class RandomFacts(DuckDbConnection connection, Random random)
{
    private const int MostRows = 160;

    internal void Insert()
    {
        Dictionary<string, int> keys = Keys();
        IEnumerable<string> tables = ModelReader.Shipped.Subjects.SelectMany(subject => subject.Facts).SelectMany(fact => fact.Tables)
            .Where(table => table.StartsWith("fact_", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
        HashSet<string> stored = [.. Sql.Rows(connection, "SELECT table_name FROM duckdb_tables()").Select(row => (string)row[0]!)];
        connection.Execute("INSERT INTO snapshot_horizon VALUES ('random', DATE '2025-12-31')");
        foreach (string table in tables.Where(stored.Contains).Append("fact_configuration_option").Append("ar_interval").Append("pipeline_interval"))
        {
            IReadOnlyList<StarColumn> columns = StarColumn.Of(connection, table);
            RandomRow cells = new(random, keys);
            int rows = random.Next(12) == 0 ? 0 : random.Next(20, MostRows);
            Sql.Insert(connection, table, [.. columns.Select(column => column.Name)], [.. Enumerable.Range(1, rows).Select(number => cells.Next(columns, number))]);
        }
    }

    private Dictionary<string, int> Keys() =>
        Sql.Rows(connection, "SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'dim_%' AND table_name <> 'dim_date'")
            .Select(row => ((string)row[0]!)["dim_".Length..])
            .ToDictionary(
                name => name,
                name => Convert.ToInt32(Sql.Rows(connection, $"SELECT count(*) - 1 FROM dim_{name}")[0][0], System.Globalization.CultureInfo.InvariantCulture),
                StringComparer.Ordinal);
}
