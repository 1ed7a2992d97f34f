using ProdSales.Sources.Mappings.Compilation;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Sources.Mappings.Staging;

/// <summary>Asks the staging database about statements without running them.</summary>
internal sealed class StagingSql(DuckDbConnection connection)
{
    /// <summary>Runs a statement that returns nothing of interest.</summary>
    internal void Execute(string sql)
    {
        using DuckDbCommand command = Command(sql);
        command.ExecuteNonQuery();
    }

    /// <summary>Returns the names and types of the columns that a SELECT would yield.</summary>
    /// <exception cref="WarehouseException">The SELECT does not bind.</exception>
    internal IReadOnlyList<(string Name, string Type)> Describe(string select)
    {
        using DuckDbCommand command = Command($"DESCRIBE {select}");
        using DuckDbDataReader reader = (DuckDbDataReader)command.ExecuteReader();
        List<(string, string)> columns = [];
        while (reader.Read())
        {
            columns.Add((reader.GetString(0), reader.GetString(1)));
        }

        return columns;
    }

    /// <summary>Returns the first value of the first row as text; null when it is NULL or there is no row.</summary>
    internal string? Text(string sql)
    {
        using DuckDbCommand command = Command(sql);
        return command.ExecuteScalar() as string;
    }

    /// <summary>Writes a statement that reads every value of a table and returns little.</summary>
    internal static string ReadAll(string table) => $"SELECT max(hash(COLUMNS(*))) FROM {SqlText.Name(table)}";

    /// <summary>Runs a statement to its end.</summary>
    /// <returns>Why it failed; null when it did not.</returns>
    internal WarehouseException? Failure(string sql)
    {
        try
        {
            Execute(sql);
            return null;
        }
        catch (WarehouseException failure) when (failure.Kind is not WarehouseErrorKind.Interrupted)
        {
            return failure;
        }
    }

    /// <summary>Parses SQL into DuckDB's own tree, as JSON.</summary>
    internal string SyntaxTree(string sql) => Text($"SELECT CAST(json_serialize_sql({SqlText.Literal(sql)}) AS VARCHAR)")!;

    /// <summary>Makes a command of the connection.</summary>
    internal DuckDbCommand Command(string sql)
    {
        DuckDbCommand command = (DuckDbCommand)connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
