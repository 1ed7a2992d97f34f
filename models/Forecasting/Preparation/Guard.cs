namespace ProdSales.Forecasting.Preparation;

/// <summary>Something that was done to a history or a forecast, so that whoever reads the forecast knows.</summary>
/// <param name="Code">A stable code in kebab case, one of <see cref="GuardCodes"/>.</param>
/// <param name="Count">How many values or steps it touched.</param>
public readonly record struct Guard(string Code, int Count);
