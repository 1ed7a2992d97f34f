using System.Globalization;
using ProdSales.Loading;
using ProdSales.Loading.Reports;
using ProdSales.Semantics;
using ProdSales.Sources.Mappings;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;

namespace ProdSales.Bench.Load;

/// <summary>Loads folders of feeds into copies of a warehouse that holds the masters.</summary>
internal sealed class StarLoad
{
    private static int _files;

    private readonly string _workFolder;
    private readonly string _template;
    private readonly WarehouseSettings _settings;

    /// <summary>Makes the warehouse that holds the masters.</summary>
    /// <param name="workFolder">Where everything is put.</param>
    /// <param name="settings">Limits of the engine.</param>
    /// <param name="rolledUpBy">The model whose rollups the warehouse keeps; null for none.</param>
    internal StarLoad(string workFolder, WarehouseSettings settings, SemanticModel? rolledUpBy = null)
    {
        (_workFolder, _settings) = (workFolder, settings);
        _template = NewFile();
        string masters = OrderLines.WriteMasters(Path.Combine(workFolder, "masters"));
        using WarehouseDatabase database = WarehouseDatabase.Open(_template, settings);
        SchemaMigrations.Apply(database);
        if (rolledUpBy is not null)
        {
            RollupUpkeep.Fit(database, rolledUpBy);
        }

        Load(database, masters);
        database.Maintenance.CheckpointAsync().GetAwaiter().GetResult();
    }

    /// <summary>Loads a folder and removes the file.</summary>
    internal void Run(string folder) => File.Delete(Keep(folder));

    /// <summary>Loads a folder.</summary>
    /// <returns>The file of the warehouse, checkpointed and closed.</returns>
    internal string Keep(string folder) => Keep(folder, _template);

    /// <summary>Loads a folder on top of a file that was kept before, which stays as it is.</summary>
    internal void RunOn(string kept, string folder) => File.Delete(Keep(folder, kept));

    private string Keep(string folder, string onto)
    {
        string path = NewFile();
        File.Copy(onto, path);
        using WarehouseDatabase database = WarehouseDatabase.Open(path, _settings);
        Load(database, folder);
        database.Maintenance.CheckpointAsync().GetAwaiter().GetResult();
        return path;
    }

    /// <summary>Gives the path of a file that is not there yet.</summary>
    internal string NewFile() => Path.Combine(_workFolder, string.Create(CultureInfo.InvariantCulture, $"run-{Interlocked.Increment(ref _files)}.duckdb"));

    private static void Load(WarehouseDatabase database, string folder)
    {
        using StagingDatabase staging = StagingDatabase.Open(Path.GetDirectoryName(folder)!);
        MappingCheck check = FeedFolder.Check(staging, folder);
        FeedInput[] inputs = [.. check.Prepared!.Feeds.Select(feed => new FeedInput { Feed = feed.Feed, Origin = feed.Origin, Open = feed.Open })];
        LoadReport report = new WarehouseLoader(database, TimeProvider.System).Load(new LoadRequest(folder, folder, inputs));
        if (report.Outcome is not LoadOutcome.Committed)
        {
            throw new InvalidOperationException($"The load of {folder} was refused: {string.Join(" ", report.Refusals.Select(refusal => refusal.Message))}");
        }
    }
}
