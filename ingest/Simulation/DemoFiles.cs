namespace ProdSales.Simulation;

/// <summary>What was written.</summary>
/// <param name="Folder">Folder with one <c>feed.csv</c> a feed and <c>truth.json</c>.</param>
/// <param name="RowsByFeed">Rows of each feed, by its name.</param>
/// <param name="Truth">The planted causes.</param>
public sealed record DemoFiles(string Folder, IReadOnlyDictionary<string, long> RowsByFeed, Truth Truth);
