using Microsoft.AspNetCore.Builder;
using ProdSales.Host.Limits;
using ProdSales.Host.Models;
using ProdSales.Host.Speech;
using ProdSales.Host.Web;
using ProdSales.Predictions.Service;
using ProdSales.Support;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;

namespace ProdSales.Host.Tests.Limits;

/// <summary>The small plant behind a server whose limits are reached soon.</summary>
public sealed class LimitedServer : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ModelService _service;
    private readonly WebApplication _server;

    public LimitedServer()
    {
        ServerLimits limits = new() { BatchSize = 3, BodyBytes = 20_000, Timeout = TimeSpan.FromSeconds(6), AllowsIntrospection = false };
        limits = limits with { Warehouse = limits.Warehouse with { Readers = 2, MaxWaiting = 1 }, Streams = limits.Streams with { ConnectionsOfOneUser = 1 } };
        Warehouse = WarehouseDatabase.Open(_folder.File("plant.duckdb"), limits.Warehouse);
        SchemaMigrations.Apply(Warehouse);
        string script = File.ReadAllText(Repository.PathOf("tests", "Semantics.Tests", "SmallPlant", "small-plant.sql"));
        Warehouse.Writer.Write(transaction => transaction.Connection.Execute(script));
        _service = new ModelService(Warehouse, TimeProvider.System, ScheduleSettings.Nothing);
        ModelInService model = new(Warehouse, folder: null, TimeProvider.System, _service, limits: limits);
        _server = WebHost.Build(model, "http://127.0.0.1:0", new Speaker(Language.English), "X-Principal");
    }

    internal WarehouseDatabase Warehouse { get; }

    internal HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _server.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri($"{_server.Urls.First()}/graphql") };
        Client.DefaultRequestHeaders.Add("X-Principal", "role=executive&name=anna");
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
    }

    public void Dispose()
    {
        _service.Dispose();
        Warehouse.Dispose();
        _folder.Dispose();
    }
}
