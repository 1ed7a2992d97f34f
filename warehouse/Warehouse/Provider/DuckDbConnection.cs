using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using ProdSales.Native;
using ProdSales.Native.Handles;
using ProdSales.Warehouse.Engine;
using ProdSales.Warehouse.Statements;

namespace ProdSales.Warehouse.Provider;

/// <summary>A session on a DuckDB database. It runs one command at a time; a streaming result keeps it until it is disposed.</summary>
/// <remarks>
/// The connection string is <c>DataSource=PATH</c> or <c>DataSource=:memory:</c>, followed by settings of the engine such as <c>threads=2</c>.
/// All connections of a process to one file share one instance of the engine, whose settings are those of the first to open it;
/// each <c>:memory:</c> connection has a database of its own.
/// </remarks>
public sealed class DuckDbConnection : DbConnection
{
    private readonly EngineInstance? _given;
    private readonly Action<DuckDbConnection>? _onClosed;
    private ConnectionText _text;
    private EngineInstance? _engine;
    private ConnectionHandle? _handle;
    private ConnectionLease? _lease;
    private bool _isTaken;

    /// <summary>Makes a closed connection to a database of its own in memory.</summary>
    public DuckDbConnection()
        : this("DataSource=:memory:")
    {
    }

    /// <summary>Makes a closed connection.</summary>
    /// <exception cref="ArgumentException">The text is not a connection string.</exception>
    public DuckDbConnection(string connectionString) => _text = ConnectionText.Parse(connectionString);

    /// <summary>Makes an open connection to an instance that somebody else owns.</summary>
    internal DuckDbConnection(EngineInstance engine, Action<DuckDbConnection>? onClosed = null)
    {
        _text = new ConnectionText(engine.Path, new Dictionary<string, string>(StringComparer.Ordinal));
        _given = engine;
        _onClosed = onClosed;
        Open();
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The connection is open and cannot be given another string.</exception>
    [AllowNull]
    public override string ConnectionString
    {
        get => _text.ToString();
        set
        {
            if (_handle is not null)
            {
                throw new InvalidOperationException("Close the connection before giving it another connection string.");
            }

            _text = ConnectionText.Parse(value ?? "");
        }
    }

    /// <summary>Gets <c>main</c>: a file is one database.</summary>
    public override string Database => "main";

    /// <summary>Gets the file, or <c>:memory:</c>.</summary>
    public override string DataSource => _text.Path;

    /// <summary>Gets the version of the engine, such as <c>v1.5.6</c>.</summary>
    public override string ServerVersion => DuckDbLibrary.Version;

    /// <inheritdoc/>
    public override ConnectionState State => _handle is null ? ConnectionState.Closed : ConnectionState.Open;

    /// <summary>Gets the transaction that was begun and has not ended; null outside one.</summary>
    public DuckDbTransaction? CurrentTransaction { get; internal set; }

    /// <summary>Gets or sets what hears the text of each command before it runs; null for nobody.</summary>
    internal Action<string>? Listener { get; set; }

    /// <summary>Gets or sets a value indicating whether the connection is out on a lease, so that its statements are somebody's questions.</summary>
    internal bool IsLeased { get; set; }

    /// <summary>Gets how far the running statement is; null while none runs or the engine does not track it.</summary>
    /// <remarks>Tracked after <see cref="TrackProgress"/> only.</remarks>
    public QueryProgress? Progress => QueryProgress.From(LibDuckDb.QueryProgress(Handle));

    /// <summary>Gets or sets how long a command may run that sets no timeout itself; zero, the default, means for ever.</summary>
    public TimeSpan StatementTimeout { get; set; }

    /// <summary>Gets the instance of the engine.</summary>
    internal EngineInstance Engine => _engine ?? throw NotOpen();

    /// <summary>Gets the session of the engine.</summary>
    internal ConnectionHandle Handle => _handle ?? throw NotOpen();

    /// <summary>Makes <see cref="Progress"/> tell how far the following statements are.</summary>
    /// <remarks>
    /// Not for statements whose speed counts: the thread that waits for the others asks all of them for their progress without a pause,
    /// which took a third of the processor time of a load.
    /// </remarks>
    public void TrackProgress() =>
        Execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false; SET progress_bar_time = 0");

    /// <inheritdoc/>
    /// <exception cref="WarehouseException">The file is locked by another process, damaged or not to be opened.</exception>
    public override void Open()
    {
        if (_handle is not null)
        {
            throw new InvalidOperationException("The connection is open already.");
        }

        _engine = _given ?? OpenEngines.Share(_text.Path, _text.Settings);
        try
        {
            _handle = _engine.Connect();
        }
        catch (WarehouseException) when (_given is null)
        {
            OpenEngines.Release(_engine);
            throw;
        }

        OnStateChange(new StateChangeEventArgs(ConnectionState.Closed, ConnectionState.Open));
    }

    /// <summary>Rolls back what is open and ends the session; closing twice does nothing.</summary>
    public override void Close()
    {
        if (_handle is null)
        {
            return;
        }

        Settle();
        _handle.Dispose();
        _handle = null;
        if (_given is null)
        {
            OpenEngines.Release(_engine!);
        }

        _onClosed?.Invoke(this);
        OnStateChange(new StateChangeEventArgs(ConnectionState.Open, ConnectionState.Closed));
    }

    /// <summary>Stops the running statement, from any thread; does nothing while none runs.</summary>
    public void Interrupt() => Volatile.Read(ref _lease)?.Interruption.Stop(WarehouseErrorKind.Interrupted);

    /// <summary>Begins a transaction.</summary>
    /// <exception cref="InvalidOperationException">One is open already.</exception>
    public new DuckDbTransaction BeginTransaction() => (DuckDbTransaction)base.BeginTransaction();

    /// <summary>Makes a command.</summary>
    public new DuckDbCommand CreateCommand() => new() { Connection = this, Transaction = CurrentTransaction };

    /// <summary>Makes a command with its text.</summary>
    public DuckDbCommand CreateCommand(string sql) => new(sql) { Connection = this, Transaction = CurrentTransaction };

    /// <summary>Runs a script without parameters.</summary>
    /// <returns>The rows it changed; -1 when no statement of it changes rows.</returns>
    public int Execute(string sql)
    {
        using DuckDbCommand command = CreateCommand(sql);
        return command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: a file is one database.</exception>
    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException("A DuckDB file is one database; open another connection.");

    /// <summary>Ends what is open on the connection: its stream and its transaction.</summary>
    internal void Settle()
    {
        _lease?.StreamBehind?.Dispose();
        CurrentTransaction?.Dispose();
    }

    /// <summary>Takes the connection for one statement.</summary>
    /// <exception cref="InvalidOperationException">Another statement runs, or its stream is open.</exception>
    internal ConnectionLease Take(TimeSpan timeout, CancellationToken token)
    {
        if (Interlocked.Exchange(ref _isTaken, true))
        {
            throw new InvalidOperationException(
                "The connection is in use by another command: dispose its streaming result or reader first, or take another connection.");
        }

        try
        {
            var lease = new ConnectionLease(this, timeout, token);
            Volatile.Write(ref _lease, lease);
            return lease;
        }
        catch
        {
            Volatile.Write(ref _isTaken, false);
            throw;
        }
    }

    /// <summary>Gives the connection to its next statement.</summary>
    internal void Return()
    {
        Volatile.Write(ref _lease, null);
        Volatile.Write(ref _isTaken, false);
    }

    /// <inheritdoc/>
    protected override DbProviderFactory DbProviderFactory => DuckDbProviderFactory.Instance;

    /// <inheritdoc/>
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new DuckDbTransaction(this, isolationLevel);

    /// <inheritdoc/>
    protected override DbCommand CreateDbCommand() => CreateCommand();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
        }

        base.Dispose(disposing);
    }

    private static InvalidOperationException NotOpen() => new("The connection is not open.");
}
