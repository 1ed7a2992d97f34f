namespace ProdSales.Simulation;

/// <summary>How far the telling of the company's days has come.</summary>
/// <param name="Day">Day just finished.</param>
/// <param name="DaysDone">Days finished.</param>
/// <param name="DaysInAll">Days to tell.</param>
/// <param name="Rows">Rows written so far, all feeds together.</param>
public sealed record DemoProgress(DateOnly Day, int DaysDone, int DaysInAll, long Rows);
