using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Forecasting.Intervals;
using ProdSales.Planning.Definition;
using ProdSales.Planning.Frames;

namespace ProdSales.Planning.Running;

/// <summary>Turns what methods say of a frame into rows of the feed of forecasts.</summary>
internal sealed class PlannedRows(PlannedFrame frame, IReadOnlyList<PlannedPeriod> periods, string currency, DateTime recordedAt)
{
    /// <summary>The source system of forecasts that belong to no employee and no item.</summary>
    internal const string Own = "prodsales";

    private const string Day = "yyyy-MM-dd";

    /// <summary>What the ids of all rows of a series and method begin with.</summary>
    internal static string MadeBy(PlannedSeries series, string method) => $"{series.Name}:{method}:";

    /// <summary>The key of the leaf in an id.</summary>
    /// <param name="made">What the id begins with.</param>
    /// <param name="id">The id.</param>
    internal static string LeafOf(string made, string id) => id[(made.Length + (2 * (Day.Length + 1)))..];

    /// <summary>The rows of a method; points that are not a number make none.</summary>
    /// <param name="method">The method.</param>
    /// <param name="points">One array of all leaves a step.</param>
    /// <param name="intervals">Likewise; null where there is none.</param>
    internal IEnumerable<FeedRow> Of(string method, double[][] points, Interval?[][] intervals)
    {
        for (int step = 0; step < points.Length; step++)
        {
            for (int leaf = 0; leaf < frame.Leaves.Count; leaf++)
            {
                if (double.IsFinite(points[step][leaf]))
                {
                    yield return Row(method, step, leaf, points[step][leaf], intervals[step][leaf]);
                }
            }
        }
    }

    private Forecast Row(string method, int step, int place, double point, Interval? interval)
    {
        PlannedLeaf leaf = frame.Leaves[place];
        bool isMoney = frame.Series.Unit is PlannedUnit.Money;
        (decimal value, decimal? low, decimal? high) = (Rounded(point), interval is { } held ? Rounded(held.Low) : null, interval is { } kept ? Rounded(kept.High) : null);
        return new Forecast
        {
            SourceSystem = leaf.SourceSystem ?? Own,
            SourceId = $"{MadeBy(frame.Series, method)}{frame.Origin.ToString(Day, CultureInfo.InvariantCulture)}:{periods[step].First.ToString(Day, CultureInfo.InvariantCulture)}:{leaf.Key}",
            RecordedAt = recordedAt,
            OriginDate = frame.Origin,
            PeriodStart = periods[step].First,
            PeriodEnd = periods[step].Last,
            Method = method,
            Measure = frame.Series.Name,
            EmployeeId = leaf.EmployeeId,
            ProductId = leaf.ProductId,
            Region = leaf.Region,
            ProductLine = leaf.ProductLine,
            Quantity = isMoney ? null : value,
            QuantityP10 = isMoney ? null : low,
            QuantityP90 = isMoney ? null : high,
            Amount = isMoney ? value : null,
            AmountP10 = isMoney ? low : null,
            AmountP90 = isMoney ? high : null,
            Currency = isMoney ? currency : null,
            ExchangeRate = isMoney ? 1 : null,
        };
    }

    private static decimal Rounded(double value) => Math.Round((decimal)Math.Clamp(value, -1e13, 1e13), 4);
}
