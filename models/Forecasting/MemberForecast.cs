namespace ProdSales.Forecasting;

/// <summary>What one member of a combination says.</summary>
/// <param name="Name">The member's name in kebab case.</param>
/// <param name="Weight">Its weight in the point, 0 to 1.</param>
/// <param name="Points">Its points, guarded, in the unit of the series.</param>
public sealed record MemberForecast(string Name, double Weight, IReadOnlyList<double> Points);
