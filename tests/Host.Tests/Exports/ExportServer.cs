using ProdSales.Host.Limits;
using ProdSales.Host.Tests.Running;
using ProdSales.Warehouse;

namespace ProdSales.Host.Tests.Exports;

/// <summary>The small plant behind a server with few readers.</summary>
public sealed class ExportServer() : PlantServer(new ServerLimits { Warehouse = new WarehouseSettings { Readers = 2, MaxWaiting = 1 } });
