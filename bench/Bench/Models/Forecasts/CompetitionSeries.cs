using ProdSales.Forecasting;

namespace ProdSales.Bench.Models.Forecasts;

/// <summary>A series of a forecasting competition.</summary>
/// <param name="Index">Its place in the set, from 1.</param>
/// <param name="Group">The kind of steps, as in MONTHLY.</param>
/// <param name="Known">The part to forecast from.</param>
/// <param name="Held">The part that was held out.</param>
/// <param name="Scale">Steps of a season that errors are scaled by, which need not be the season that is modelled.</param>
internal sealed record CompetitionSeries(int Index, string Group, Series Known, double[] Held, int Scale);
