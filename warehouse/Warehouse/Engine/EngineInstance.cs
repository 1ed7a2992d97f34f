using ProdSales.Native;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;
using ProdSales.Warehouse.Folding;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Engine;

/// <summary>One open instance of the engine: a file or a database in memory, with the settings it was opened with.</summary>
internal sealed class EngineInstance : IDisposable
{
    private static readonly KeyValuePair<string, string> WithoutWrongPlans = new("disabled_optimizers", "common_subplan,top_n_window_elimination");

    private readonly DatabaseHandle _database;
    private volatile bool _isBroken;

    private EngineInstance(string path, DatabaseHandle database)
    {
        Path = path;
        _database = database;
    }

    /// <summary>The file, or <c>:memory:</c>.</summary>
    public string Path { get; }

    /// <summary>Whether a fatal error has made the instance unusable until it is opened again.</summary>
    public bool IsBroken => _isBroken;

    /// <summary>Opens a file, which is created when absent, or a database in memory.</summary>
    /// <remarks>
    /// The optimisers <c>common_subplan</c> and <c>top_n_window_elimination</c> are off everywhere: they give wrong rows on 1.5.6 (duckdb issues
    /// 24624 and 23677). Sessions think in UTC, not in the machine's zone. Rows can be folded on the engine's threads (<see cref="RowFolding"/>).
    /// </remarks>
    /// <exception cref="WarehouseException">The file is locked, damaged or not to be opened, or a setting is refused.</exception>
    public static EngineInstance Open(string path, IEnumerable<KeyValuePair<string, string>> settings)
    {
        LibDuckDb.CreateConfig(out ConfigHandle config);
        using (config)
        {
            foreach ((string name, string value) in settings.Prepend(WithoutWrongPlans))
            {
                if (LibDuckDb.SetConfig(config, name, value) != NativeState.Success)
                {
                    throw new WarehouseException($"DuckDB has no setting \"{name}\" that can be given when it is opened, or not with the value \"{value}\".");
                }
            }

            NativeState state = LibDuckDb.OpenExt(path, out DatabaseHandle database, config, out nint error);
            if (state != NativeState.Success)
            {
                database.Dispose();
                throw EngineErrors.From(LibDuckDb.TakeText(error), sql: null);
            }

            var instance = new EngineInstance(path, database);
            instance.Run("SET GLOBAL TimeZone = 'UTC'");
            using ConnectionHandle connection = instance.Connect();
            FoldFunction.Register(connection);
            NumberFunction.Register(connection);
            return instance;
        }
    }

    /// <summary>Opens a session.</summary>
    /// <exception cref="WarehouseException">The instance takes no session.</exception>
    public ConnectionHandle Connect()
    {
        if (LibDuckDb.Connect(_database, out ConnectionHandle connection) == NativeState.Success)
        {
            return connection;
        }

        connection.Dispose();
        throw new WarehouseException($"The database {Path} takes no connection.", kind: WarehouseErrorKind.Fatal, isTransient: true);
    }

    /// <summary>Runs a statement in a session of its own.</summary>
    /// <exception cref="WarehouseException">The statement failed.</exception>
    public void Run(string sql)
    {
        using var connection = new DuckDbConnection(this);
        connection.Execute(sql);
    }

    /// <summary>Looks at an error that came from this instance: a fatal one makes it unusable.</summary>
    public WarehouseException Noticed(WarehouseException error)
    {
        _isBroken |= error.Kind == WarehouseErrorKind.Fatal;
        return error;
    }

    /// <summary>Lets go of the instance; it ends when its last connection is closed.</summary>
    public void Dispose() => _database.Dispose();
}
