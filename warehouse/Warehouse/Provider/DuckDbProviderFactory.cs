using System.Data.Common;

namespace ProdSales.Warehouse.Provider;

/// <summary>Makes the provider's objects for tools that know ADO.NET only.</summary>
public sealed class DuckDbProviderFactory : DbProviderFactory
{
    /// <summary>The factory, as <see cref="DbProviderFactories"/> wants it.</summary>
    public static readonly DuckDbProviderFactory Instance = new();

    private DuckDbProviderFactory()
    {
    }

    /// <inheritdoc/>
    public override DbConnection CreateConnection() => new DuckDbConnection();

    /// <inheritdoc/>
    public override DbCommand CreateCommand() => new DuckDbCommand();

    /// <inheritdoc/>
    public override DbParameter CreateParameter() => new DuckDbParameter();
}
