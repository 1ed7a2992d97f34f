using ProdSales.Forecasting;
using ProdSales.Forecasting.Intermittent;
using ProdSales.Planning.Calendars;

namespace ProdSales.Planning.Hierarchies;

/// <summary>Forecasts all nodes of a hierarchy each by itself, from what was known so many periods after the first.</summary>
/// <remarks>Values are divided by the room of their period before, and multiplied by that of the period forecast after. Seldom demand is forecast by what all its series teach each other.</remarks>
internal sealed class NodeForecaster(double[][] nodes, int sumCount, WorkCalendar calendar, int year, int horizon)
{
    private const int FewestSeldom = 10;

    private readonly Forecaster _forecaster = new();

    /// <summary>Forecasts from an origin.</summary>
    /// <param name="known">How many periods are known.</param>
    /// <param name="use">What of the calendar is taken into account.</param>
    /// <param name="only">How many nodes, from the first on.</param>
    internal NodeForecast At(int known, CalendarUse use, int only)
    {
        double lull = use is CalendarUse.SpringFestival ? FestivalLull.Of(nodes[0].AsSpan(0, known), calendar, year) : 0;
        double[] room = calendar.Room(use, lull, known);
        double[][] points = Steps(only), spreads = Steps(only);
        int[] periods = new int[only];
        bool[] isSeldom = new bool[only];
        DemandPool? pool = only > sumCount ? Pool(known) : null;
        for (int node = 0; node < only; node++)
        {
            ForecastResult result = _forecaster.Forecast(new Series("", Deflated(nodes[node], room, known), year), horizon);
            bool isPooled = pool is not null && node >= sumCount && IsSeldom(nodes[node].AsSpan(0, known));
            double rate = isPooled ? pool!.Rate(nodes[node].AsSpan(0, known)) : 0;
            (periods[node], isSeldom[node]) = (result.Period, isPooled);
            for (int step = 0; step < horizon; step++)
            {
                double ofStep = known + step < room.Length ? room[known + step] : 1;
                points[step][node] = isPooled ? rate : result.Points[step] * ofStep;
                spreads[step][node] = result.Spreads[step] * ofStep;
            }
        }

        return new NodeForecast(points, spreads, periods, isSeldom);
    }

    private DemandPool? Pool(int known)
    {
        double[][] seldom = [.. nodes.Skip(sumCount).Select(values => values[..known]).Where(values => IsSeldom(values))];
        return seldom.Length >= FewestSeldom ? DemandPool.Learn(seldom, horizon) : null;
    }

    private static bool IsSeldom(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!(value >= 0))
            {
                return false;
            }
        }

        return DemandPattern.ClassOf(values) is DemandClass.Intermittent or DemandClass.Lumpy;
    }

    private static double[] Deflated(double[] values, double[] room, int known)
    {
        double[] deflated = new double[known];
        for (int t = 0; t < known; t++)
        {
            deflated[t] = values[t] / room[t];
        }

        return deflated;
    }

    private double[][] Steps(int count) => [.. Enumerable.Range(0, horizon).Select(_ => new double[count])];
}
