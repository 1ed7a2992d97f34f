namespace ProdSales.Simulation;

/// <summary>Takes the rows of all feeds in the order in which they come about.</summary>
internal interface IRowSink
{
    /// <summary>Takes one row.</summary>
    void Add(FeedRow row);
}
