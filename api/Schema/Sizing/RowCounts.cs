using System.Collections.Frozen;
using ProdSales.Semantics;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Schema;

/// <summary>How much a warehouse holds, as far as the length of an answer depends on it.</summary>
/// <param name="Facts">Rows of each table, as the engine estimates them.</param>
/// <param name="Members">Members of each dimension that has a table, about.</param>
internal sealed record RowCounts(FrozenDictionary<string, long> Facts, FrozenDictionary<string, long> Members)
{
    private const long UnknownMember = 1;

    /// <summary>Counts: one statement for the tables, and one for each dimension table.</summary>
    internal static RowCounts Read(SemanticModel model, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        Dictionary<string, long> rows = new(StringComparer.Ordinal);
        using (DuckDbCommand command = connection.CreateCommand("SELECT table_name, estimated_size FROM duckdb_tables()"))
        using (DuckDbDataReader reader = command.ExecuteReader(cancellationToken))
        {
            while (reader.Read())
            {
                rows[reader.GetString(0)] = reader.GetInt64(1);
            }
        }

        Dictionary<string, long> members = new(StringComparer.Ordinal);
        foreach (IGrouping<string, Dimension> table in model.Dimensions.Where(dimension => dimension is { Table: not null, Column: not null }).GroupBy(dimension => dimension.Table!.Name, StringComparer.Ordinal))
        {
            Count([.. table], table.Key, members, connection, cancellationToken);
        }

        return new RowCounts(rows.ToFrozenDictionary(StringComparer.Ordinal), members.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static void Count(Dimension[] dimensions, string table, Dictionary<string, long> members, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        string columns = string.Join(", ", dimensions.Select(dimension => $"approx_count_distinct(\"{dimension.Member?.Id ?? dimension.Column}\")"));
        using DuckDbCommand command = connection.CreateCommand($"SELECT {columns} FROM {table}");
        using DuckDbDataReader reader = command.ExecuteReader(cancellationToken);
        reader.Read();
        for (int index = 0; index < dimensions.Length; index++)
        {
            members[dimensions[index].Name] = reader.GetInt64(index) + UnknownMember;
        }
    }
}
