namespace ProdSales.Simulation;

/// <summary>Keeps the rows of a day until they are read.</summary>
internal sealed class DayRows : IRowSink
{
    private List<FeedRow> _rows = [];

    public void Add(FeedRow row) => _rows.Add(row);

    /// <summary>Takes the rows kept so far.</summary>
    internal List<FeedRow> Take()
    {
        List<FeedRow> taken = _rows;
        _rows = new List<FeedRow>(taken.Count);
        return taken;
    }
}
