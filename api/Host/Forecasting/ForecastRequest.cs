namespace ProdSales.Host.Forecasting;

/// <summary>What <c>prodsales forecast</c> was asked for.</summary>
/// <param name="Source">The file.</param>
/// <param name="Period">Steps of a season.</param>
/// <param name="Horizon">Steps to forecast.</param>
/// <param name="Levels">Chances of intervals in percent, ascending.</param>
/// <param name="Target">Where to write; null for the terminal.</param>
/// <param name="Columns">The columns to read.</param>
internal sealed record ForecastRequest(FileInfo Source, int Period, int Horizon, double[] Levels, FileInfo? Target, SeriesColumns Columns);

/// <summary>The columns of a table of series.</summary>
/// <param name="Series">Names the series.</param>
/// <param name="Time">Orders its values.</param>
/// <param name="Value">The value.</param>
internal sealed record SeriesColumns(string Series, string Time, string Value);

/// <summary>What was done.</summary>
/// <param name="Series">How many series were forecast.</param>
/// <param name="Mended">Of how many a guard touched the history or the forecast.</param>
/// <param name="Errors">How many past errors the intervals rest on; where they are too few, factors are borrowed.</param>
internal sealed record ForecastSummary(int Series, int Mended, int Errors);
