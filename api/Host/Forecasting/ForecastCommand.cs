using System.CommandLine;
using System.Globalization;
using ProdSales.Forecasting;
using ProdSales.Host.Commands;
using ProdSales.Host.Speech;

namespace ProdSales.Host.Forecasting;

/// <summary><c>prodsales forecast FILE --frequency N --horizon H</c>: forecasts any series of a long table.</summary>
internal static class ForecastCommand
{
    private const int MaxFrequency = 10_000;

    internal static Command Create()
    {
        Argument<FileInfo> file = new("file") { Description = "A CSV or Parquet file, one row a series and time." };
        Option<int> frequency = new("--frequency") { Description = "Steps of a season: 1 for none, 4 of quarters, 7 of days, 12 of months, 24 of hours, 52 of weeks.", Required = true };
        Option<int> horizon = new("--horizon") { Description = $"Steps to forecast, 1 to {Forecaster.MaxHorizon}.", Required = true };
        Option<string> level = new("--level") { Description = "Chances of intervals in percent, as in 80,95.", DefaultValueFactory = _ => "80,95" };
        Option<FileInfo?> target = new("--out") { Description = "Where to write, .csv or .parquet; without it CSV goes to the terminal." };
        Option<string> series = new("--series") { Description = "The column that names the series.", DefaultValueFactory = _ => "series" };
        Option<string> time = new("--time") { Description = "The column of the time: dates or numbers.", DefaultValueFactory = _ => "time" };
        Option<string> value = new("--value") { Description = "The column of the value; an empty one is missing, not zero.", DefaultValueFactory = _ => "value" };
        Command command = new("forecast", "Forecasts each series of a table: points, intervals, what each member had in them, and what was mended.")
        {
            file, frequency, horizon, level, target, series, time, value,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                ForecastRequest request = new(
                    parsed.GetValue(file)!,
                    Between(parsed.GetValue(frequency), 1, MaxFrequency, "--frequency"),
                    Between(parsed.GetValue(horizon), 1, Forecaster.MaxHorizon, "--horizon"),
                    Levels(parsed.GetValue(level)!),
                    Target(parsed.GetValue(target)),
                    new SeriesColumns(parsed.GetValue(series)!, parsed.GetValue(time)!, parsed.GetValue(value)!));
                ForecastSummary summary = ForecastRun.Run(request, cancellation);
                Speaker speaker = Speaker.Of(parsed);
                Console.Error.WriteLine(speaker.Say("forecast.done", ("series", summary.Series), ("mended", summary.Mended), ("errors", summary.Errors)));
                return CommandLine.Fine;
            },
            cancellation));
        return command;
    }

    private static int Between(int value, int low, int high, string option) => value >= low && value <= high
        ? value
        : throw new RefusedException("option-out-of-range", ("option", option), ("value", value), ("low", low), ("high", high));

    private static double[] Levels(string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        double[] levels = [.. parts.Select(part => double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double level) ? level : double.NaN)];
        return levels.Length is > 0 and <= 10 && Array.TrueForAll(levels, level => level is > 0 and < 100) && levels.Distinct().Count() == levels.Length
            ? [.. levels.Order()]
            : throw new RefusedException("not-levels", ("text", text));
    }

    private static FileInfo? Target(FileInfo? target) => target is null || target.Extension.ToLowerInvariant() is ".csv" or ".parquet"
        ? target
        : throw new RefusedException("forecast-target", ("file", target.Name));
}
