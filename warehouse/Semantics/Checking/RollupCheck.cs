using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Holds a rollup against a star. Sums of floating point differ with the order of their rows, and nothing tells when the rows of a view change.</summary>
internal static class RollupCheck
{
    /// <summary>What keeps it from being kept, or null.</summary>
    internal static ModelDefect? Defect(Rollup rollup, DuckDbConnection star)
    {
        try
        {
            if (!IsTable(rollup.Fact.Relation, star))
            {
                return RollupFaults.NoTable(rollup.Fact.Relation).At(rollup.Place);
            }

            using DuckDbCommand types = star.CreateCommand($"DESCRIBE {rollup.Select} GROUP BY ALL");
            using DuckDbDataReader reader = types.ExecuteReader();
            while (reader.Read())
            {
                if (reader.GetString(1) is "DOUBLE" or "FLOAT" && rollup.Sums.Any(sum => sum.Column == reader.GetString(0)))
                {
                    return RollupFaults.NotExact(rollup.Name, reader.GetString(0)).At(rollup.Place);
                }
            }

            return null;
        }
        catch (WarehouseException error) when (error.Kind is WarehouseErrorKind.Statement)
        {
            return RollupFaults.Unreadable(rollup.Name, error.Message.Split('\n')[0]).At(rollup.Place);
        }
    }

    private static bool IsTable(string relation, DuckDbConnection star)
    {
        using DuckDbCommand kind = star.CreateCommand("SELECT EXISTS (FROM duckdb_tables() WHERE table_name = $1)");
        kind.Parameters.Add("1", relation);
        return kind.ExecuteScalar() is true;
    }
}
