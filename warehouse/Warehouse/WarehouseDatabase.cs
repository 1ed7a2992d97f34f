using ProdSales.Warehouse.Engine;
using ProdSales.Warehouse.Reading;
using ProdSales.Warehouse.Upkeep;
using ProdSales.Warehouse.Writing;

namespace ProdSales.Warehouse;

/// <summary>The warehouse's file, open: one writer, a pool of readers and the upkeep. One object per file and process; other processes are kept out.</summary>
/// <remarks>
/// Statements reach no file but those in <see cref="SpoolFolder"/> and <see cref="BackupFolder"/>, and change no setting.
/// After a fatal error of the engine the file is closed and opened again by itself, at the next use.
/// </remarks>
public sealed class WarehouseDatabase : IDisposable
{
    private const int MostWaitsToClose = 250;

    private static readonly TimeSpan WaitToClose = TimeSpan.FromMilliseconds(20);

    private readonly WarehouseSettings _settings;
    private Generation _generation;
    private bool _isClosed;

    private WarehouseDatabase(string path, WarehouseSettings settings, TimeProvider clock)
    {
        Path = path;
        Clock = clock;
        _settings = settings;
        (_generation, Recovered) = Opened(1);
        Gate = new ConcurrencyGate(settings.Readers, settings.MaxWaiting);
        Readers = new ReaderPool(this);
        Versions = new DataVersions(this);
        Writer = new WarehouseWriter(this, settings.ConflictRetries);
        Maintenance = new MaintenanceGate(this);
        Backups = new BackupShelf(this);
    }

    /// <summary>Gets the file, every link resolved; <c>:memory:</c> for a warehouse that lives in memory.</summary>
    public string Path { get; }

    /// <summary>Gets the folder whose files statements may read and write, for handing data over; it is made on opening.</summary>
    public string SpoolFolder => FolderBeside("spool");

    /// <summary>Gets the folder of the backups; it is made on opening.</summary>
    public string BackupFolder => FolderBeside("backup");

    /// <summary>Gets how often the file has been opened: above 1 after a fatal error.</summary>
    public int GenerationNumber => Volatile.Read(ref _generation).Number;

    /// <summary>Gets what was cut from a damaged log on opening; null when the log was sound.</summary>
    public LogCut? Recovered { get; private set; }

    /// <summary>Gets the readers.</summary>
    public ReaderPool Readers { get; }

    /// <summary>Gets the writer.</summary>
    public WarehouseWriter Writer { get; }

    /// <summary>Gets when what last changed.</summary>
    public DataVersions Versions { get; }

    /// <summary>Gets the upkeep.</summary>
    public MaintenanceGate Maintenance { get; }

    /// <summary>Gets the backups.</summary>
    public BackupShelf Backups { get; }

    /// <summary>Gets the clock.</summary>
    internal TimeProvider Clock { get; }

    /// <summary>Gets the gate that all reading goes through.</summary>
    internal ConcurrencyGate Gate { get; }

    /// <summary>Gets the current opening; it may be broken.</summary>
    internal Generation Current => Volatile.Read(ref _generation);

    /// <summary>Gets a value indicating whether the warehouse has been closed.</summary>
    internal bool IsClosed => Volatile.Read(ref _isClosed);

    /// <summary>Opens a warehouse, making the file when it is absent and cutting a damaged end off its log.</summary>
    /// <param name="path">The file, or <c>:memory:</c> for tests.</param>
    /// <param name="settings">How to use the machine; null for the defaults.</param>
    /// <param name="clock">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="InvalidOperationException">This process has the file open already.</exception>
    /// <exception cref="WarehouseException">The file is locked by another process, which is named, or cannot be opened.</exception>
    public static WarehouseDatabase Open(string path, WarehouseSettings? settings = null, TimeProvider? clock = null)
    {
        WarehouseSettings chosen = settings ?? new WarehouseSettings();
        chosen.Require(nameof(settings));
        string real = OpenEngines.IsInMemory(path) ? ":memory:" : RealPath.Of(path);
        return new WarehouseDatabase(real, chosen, clock ?? TimeProvider.System);
    }

    /// <summary>Closes the file. Statements that still run are interrupted; leases that are not given back within a few seconds lose their connection.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isClosed, true))
        {
            return;
        }

        Task left = Task.WhenAll(Writer.StopAsync(), Gate.EnterAllAsync(CancellationToken.None));
        for (int waits = 0; waits < MostWaitsToClose && !left.Wait(WaitToClose); waits++)
        {
            _generation.InterruptAll();
        }

        _generation.Dispose();
        _ = left.ContinueWith(_ => LetIn(), TaskScheduler.Default);
    }

    /// <summary>Opens the file again when a fatal error has broken it. The caller holds the writer's lock.</summary>
    internal async Task<Generation> MendedAsync(CancellationToken token)
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        if (!_generation.IsBroken)
        {
            return _generation;
        }

        await Gate.EnterAllAsync(token).ConfigureAwait(false);
        try
        {
            int next = _generation.Number + 1;
            _generation.Dispose();
            (Generation opened, LogCut? cut) = Opened(next);
            Volatile.Write(ref _generation, opened);
            Recovered = cut ?? Recovered;
            return opened;
        }
        finally
        {
            Gate.LeaveAll();
        }
    }

    private void LetIn()
    {
        Gate.LeaveAll();
        Writer.Continue();
    }

    private (Generation Generation, LogCut? Cut) Opened(int number)
    {
        if (OpenEngines.IsInMemory(Path))
        {
            return (Generation.Open(number, Path, _settings, []), null);
        }

        string[] folders = [SpoolFolder, BackupFolder];
        Array.ForEach(folders, f => Directory.CreateDirectory(f));
        return DamagedLog.OpenCutting(Path, Clock, () => Generation.Open(number, Path, _settings, folders));
    }

    private string FolderBeside(string name) => $"{Path}.{name}";
}
