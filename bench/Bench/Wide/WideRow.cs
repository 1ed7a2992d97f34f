namespace ProdSales.Bench.Wide;

/// <summary>A row as a program with objects would hold it.</summary>
/// <param name="Region">The region.</param>
/// <param name="Period">The day.</param>
/// <param name="ProductLine">The product line.</param>
/// <param name="Revenue">Revenue in the group's currency.</param>
/// <param name="Quantity">Pieces.</param>
internal sealed record WideRow(string Region, DateOnly Period, string ProductLine, decimal Revenue, decimal Quantity);
