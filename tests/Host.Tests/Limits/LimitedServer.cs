using ProdSales.Host.Limits;
using ProdSales.Host.Tests.Running;

namespace ProdSales.Host.Tests.Limits;

/// <summary>The small plant behind a server whose limits are reached soon.</summary>
public sealed class LimitedServer : PlantServer
{
    private static readonly ServerLimits Tight = new() { BatchSize = 3, BodyBytes = 20_000, Timeout = TimeSpan.FromSeconds(6), AllowsIntrospection = false };

    public LimitedServer()
        : base(Tight with { Warehouse = Tight.Warehouse with { Readers = 2, MaxWaiting = 1 }, Streams = Tight.Streams with { ConnectionsOfOneUser = 1 } })
    {
    }

    internal HttpClient Client { get; } = new();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Client.BaseAddress = new Uri($"{Address}/graphql");
        Client.DefaultRequestHeaders.Add("X-Principal", "role=executive&name=anna");
    }

    protected override void Dispose(bool disposing)
    {
        Client.Dispose();
        base.Dispose(disposing);
    }
}
