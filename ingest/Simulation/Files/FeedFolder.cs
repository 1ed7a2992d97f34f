namespace ProdSales.Simulation.Files;

/// <summary>A folder with one file for every feed that a company tells, written side by side.</summary>
internal sealed class FeedFolder : IRowSink, IDisposable
{
    private static readonly Feed[] Told = [.. FeedCatalogue.All.Where(feed => !feed.IsFromModels)];

    private readonly Dictionary<Type, FeedFile> _files = [];

    internal FeedFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (Feed feed in Told)
        {
            _files.Add(feed.RecordType, new FeedFile(folder, feed));
        }
    }

    internal long RowCount { get; private set; }

    /// <summary>Gets how many rows each feed has, by the feed's name.</summary>
    internal IReadOnlyDictionary<string, long> RowsByFeed =>
        Told.ToDictionary(feed => feed.Name, feed => _files[feed.RecordType].RowCount, StringComparer.Ordinal);

    public void Add(FeedRow row)
    {
        _files[row.GetType()].Add(row);
        RowCount++;
    }

    public void Dispose()
    {
        foreach (FeedFile file in _files.Values)
        {
            file.Dispose();
        }
    }
}
