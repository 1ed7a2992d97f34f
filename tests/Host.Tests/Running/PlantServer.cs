using Microsoft.AspNetCore.Builder;
using ProdSales.Host.Limits;
using ProdSales.Host.Models;
using ProdSales.Host.Speech;
using ProdSales.Host.Web;
using ProdSales.Plants;
using ProdSales.Predictions.Service;
using ProdSales.Support;
using ProdSales.Warehouse;

namespace ProdSales.Host.Tests.Running;

/// <summary>The small plant's warehouse and a server over it in this process, where a test reaches what the server reads from; the principal comes in the header <c>X-Principal</c> where nothing else is said.</summary>
public class PlantServer : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ModelService _service;
    private readonly WebApplication _server;

    /// <summary>The plant as it is, under the product's own limits.</summary>
    public PlantServer()
        : this(new ServerLimits())
    {
    }

    /// <summary>The plant under other limits, in a file that outlives the server, after a change in SQL, or for anybody, where no header names the principal.</summary>
    internal PlantServer(ServerLimits limits, string? database = null, string? change = null, string? principalHeader = "X-Principal")
    {
        Database = database ?? _folder.File("plant.duckdb");
        Warehouse = PlantFile.Open(Database, limits.Warehouse);
        if (change is not null)
        {
            Warehouse.Writer.Write(open => open.Connection.Execute(change));
        }

        _service = new ModelService(Warehouse, TimeProvider.System, ScheduleSettings.Nothing);
        _server = WebHost.Build(new ModelInService(Warehouse, folder: null, TimeProvider.System, _service, limits: limits), "http://127.0.0.1:0", new Speaker(Language.English), principalHeader);
    }

    internal WarehouseDatabase Warehouse { get; }

    /// <summary>Gets the file of the warehouse, which the server holds open.</summary>
    internal string Database { get; }

    internal HttpClient Http { get; } = new();

    internal string Address => _server.Urls.First();

    public virtual Task InitializeAsync() => _server.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    internal string File(string name) => _folder.File(name);

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Http.Dispose();
            _service.Dispose();
            Warehouse.Dispose();
            _folder.Dispose();
        }
    }
}
