namespace ProdSales.Semantics;

/// <summary>What has snapshots of its own days within one fact: each source system sends its stock when it closes its day, each prediction is made when it is asked for.</summary>
/// <param name="Column">The column that tells the series apart; never null.</param>
/// <param name="Lasts">
/// For how many days after it a snapshot goes on to speak while other series have later ones: series are added up, so one that is a day behind must not be missing from the sum,
/// and one that has ended must not stay in it. Null where series are never added up, each speaking by its own days alone.
/// </param>
public sealed record SnapshotSeries(string Column, int? Lasts);
