using ProdSales.Sources.Readers.Files;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Sources.Readers.Staging;

/// <summary>Where one file goes.</summary>
/// <param name="Connection">An open connection to the staging database.</param>
/// <param name="Table">The name of the table or view to be made.</param>
/// <param name="Spool">Where unpacked and transcoded copies are kept.</param>
internal sealed record StagingTarget(DuckDbConnection Connection, string Table, SpoolFolder Spool);
