using Microsoft.AspNetCore.Builder;
using ProdSales.Host.Models;
using ProdSales.Host.Speech;
using ProdSales.Host.Web;
using ProdSales.Predictions.Service;
using ProdSales.Support;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;

namespace ProdSales.Host.Tests.Exports;

/// <summary>A small plant's warehouse with few readers, and a server over it.</summary>
public sealed class ExportServer : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ModelService _service;
    private readonly WebApplication _server;

    public ExportServer()
    {
        Warehouse = WarehouseDatabase.Open(_folder.File("plant.duckdb"), new WarehouseSettings { Readers = 2, MaxWaiting = 1 });
        SchemaMigrations.Apply(Warehouse);
        string script = System.IO.File.ReadAllText(Repository.PathOf("tests", "Semantics.Tests", "SmallPlant", "small-plant.sql"));
        Warehouse.Writer.Write(transaction => transaction.Connection.Execute(script));
        _service = new ModelService(Warehouse, TimeProvider.System, ScheduleSettings.Nothing);
        _server = WebHost.Build(new ModelInService(Warehouse, folder: null, TimeProvider.System, _service), "http://127.0.0.1:0", new Speaker(Language.English), "X-Principal");
    }

    internal WarehouseDatabase Warehouse { get; }

    internal HttpClient Http { get; } = new();

    internal string Address => _server.Urls.First();

    public Task InitializeAsync() => _server.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        Http.Dispose();
        _service.Dispose();
        Warehouse.Dispose();
        _folder.Dispose();
    }

    internal string File(string name) => _folder.File(name);
}
