using System.Globalization;
using System.Text.Json;
using ProdSales.Loading;
using ProdSales.Loading.Reports;
using ProdSales.Simulation;
using ProdSales.Sources.Mappings;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;

namespace ProdSales.Bench.Explain.Seeds;

/// <summary>A demo company in a warehouse, with what was planted in it.</summary>
/// <param name="Path">The file of the warehouse.</param>
/// <param name="Truth">What was planted; causes are null in a company without any.</param>
internal sealed record PlantedCompany(string Path, Truth Truth)
{
    /// <summary>Makes the company, or takes it from the folder if it is kept there.</summary>
    /// <param name="folder">Where companies are kept.</param>
    /// <param name="options">Which company.</param>
    internal static PlantedCompany In(string folder, DemoOptions options)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"seed-{options.Seed}-{options.Scale}-{(options.PlantCauses ? "planted" : "plain")}");
        string path = System.IO.Path.Combine(folder, $"{name}.duckdb");
        string truth = System.IO.Path.Combine(folder, $"{name}.json");
        if (!File.Exists(truth))
        {
            string feeds = System.IO.Path.Combine(folder, name);
            Truth told = new DemoCompany(options).WriteTo(feeds).Truth;
            Load(feeds, path);
            Directory.Delete(feeds, recursive: true);
            File.WriteAllText(truth, JsonSerializer.Serialize(told));
        }

        return new PlantedCompany(path, JsonSerializer.Deserialize<Truth>(File.ReadAllText(truth))!);
    }

    private static void Load(string feeds, string path)
    {
        File.Delete(path);
        using WarehouseDatabase database = WarehouseDatabase.Open(path);
        SchemaMigrations.Apply(database);
        using StagingDatabase staging = StagingDatabase.Open(System.IO.Path.GetDirectoryName(feeds)!);
        MappingCheck check = FeedFolder.Check(staging, feeds);
        FeedInput[] inputs = [.. check.Prepared!.Feeds.Select(feed => new FeedInput { Feed = feed.Feed, Origin = feed.Origin, Open = feed.Open })];
        LoadReport report = new WarehouseLoader(database, TimeProvider.System).Load(new LoadRequest(feeds, feeds, inputs));
        if (report.Outcome is LoadOutcome.Refused)
        {
            throw new InvalidOperationException($"The load of {feeds} was refused: {string.Join(" ", report.Refusals.Select(refusal => refusal.Message))}");
        }

        database.Maintenance.CheckpointAsync().GetAwaiter().GetResult();
    }
}
