using ProdSales.Plants;
using ProdSales.Support;
using ProdSales.Warehouse.Provider;

namespace ProdSales.SemanticsTests.SmallPlant;

/// <summary>The star of a small made-up plant in memory: the product's own migrations, then <c>small-plant.sql</c>.</summary>
public sealed class SmallPlantFixture : IDisposable
{
    public SmallPlantFixture()
    {
        Connection = new DuckDbConnection("DataSource=:memory:");
        Connection.Open();
        foreach (string path in Directory.GetFiles(Repository.PathOf("warehouse", "Warehouse", "Migrations"), "*.sql", SearchOption.AllDirectories).OrderBy(Path.GetFileName, StringComparer.Ordinal))
        {
            Connection.Execute(File.ReadAllText(path));
        }

        Connection.Execute(PlantFile.Script);
    }

    public DuckDbConnection Connection { get; }

    public void Dispose() => Connection.Dispose();
}
