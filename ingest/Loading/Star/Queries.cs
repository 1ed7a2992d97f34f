using System.Globalization;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Star;

/// <summary>Short forms for the small queries of loading.</summary>
internal static class Queries
{
    /// <summary>Gives the single value of a query; the default of <typeparamref name="T"/> for NULL or no row.</summary>
    internal static T? Scalar<T>(this DuckDbConnection connection, string sql)
    {
        using DuckDbCommand command = connection.CreateCommand(sql);
        object? value = command.ExecuteScalar();
        return value switch
        {
            null or DBNull => default,
            T typed => typed,
            _ => (T)Convert.ChangeType(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Runs a statement and gives the number of rows it changed.</summary>
    internal static long Change(this DuckDbConnection connection, string sql, CancellationToken cancellationToken = default)
    {
        using DuckDbCommand command = connection.CreateCommand(sql);
        return command.ExecuteNonQuery(cancellationToken);
    }
}
