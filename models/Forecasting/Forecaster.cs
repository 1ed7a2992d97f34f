using ProdSales.Forecasting.Combination;
using ProdSales.Forecasting.Intermittent;
using ProdSales.Forecasting.Intervals;
using ProdSales.Forecasting.Members;
using ProdSales.Forecasting.Preparation;
using ProdSales.Forecasting.Smoothing;

namespace ProdSales.Forecasting;

/// <summary>
/// Forecasts series: several members, each by itself, combined with equal weights and guarded; seldom demand by its own methods. Never throws for what a history
/// holds: what was mended stands in <see cref="ForecastResult.Guards"/>.
/// </summary>
/// <remarks>Keeps its room from series to series: of one thread at a time. The same history gives the same bytes on every machine.</remarks>
public sealed class Forecaster
{
    /// <summary>The greatest horizon.</summary>
    public const int MaxHorizon = 10_000;

    private const int FewestForMembers = 4;

    // Hours also know the days of the week.
    private const int HoursOfADay = 24;
    private const int DaysOfAWeek = 7;
    private const int FewestWeeks = 3;

    private readonly EtsSearch _ets = new();
    private readonly SmoothingWork _work = new();

    /// <summary>Forecasts.</summary>
    /// <param name="series">The series; <see cref="Series.Period"/> is at least 1.</param>
    /// <param name="horizon">Steps to forecast, 1 to <see cref="MaxHorizon"/>.</param>
    /// <returns>The forecast of the steps that follow the last value, known or missing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period or the horizon is out of range: the caller's fault.</exception>
    public ForecastResult Forecast(Series series, int horizon)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(series.Period, 1, nameof(series));
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(horizon, MaxHorizon);
        List<Guard> notes = [];
        CleanHistory history = CleanHistory.Of(series.Values, series.Period, notes);
        DemandClass demand = DemandPattern.ClassOf(series.Values);
        if (history.Values.Length < FewestForMembers || IsConstant(history.Values))
        {
            return Carried(history, demand, horizon, notes);
        }

        int period = PeriodOf(history.Values.Length, series.Period, notes);
        int steps = Math.Min(horizon + history.Trailing, MaxHorizon + history.Trailing);
        MemberPool pool = MemberPool.For(period, history.Values.Length);
        return demand is DemandClass.Intermittent or DemandClass.Lumpy
            ? Result(history, demand, 1, notes, [new IntermittentMember()], null, steps)
            : Result(history, demand, period, notes, pool.Members, pool, steps);
    }

    /// <summary>Forecasts by one member alone, without guards; for comparisons.</summary>
    /// <returns>Null when the history is too short for members.</returns>
    internal double[]? ForecastBy(IMember member, double[] values, int period, int horizon)
    {
        double[] points = new double[horizon];
        if (values.Length < FewestForMembers)
        {
            return null;
        }

        member.Forecast(new MemberInput(values, period, _ets, _work), points);
        MemberGuards.Mend(points, values, values.Min() >= 0, []);
        return points;
    }

    private ForecastResult Result(
        CleanHistory history, DemandClass demand, int period, List<Guard> notes, IReadOnlyList<IMember> members, MemberPool? pool, int steps)
    {
        MemberInput input = new(history.Values, period, _ets, _work);
        double[][] said = new double[members.Count][];
        for (int member = 0; member < members.Count; member++)
        {
            said[member] = new double[steps];
            members[member].Forecast(input, said[member]);
            MemberGuards.Mend(said[member], history.Values, history.IsNonNegative, notes);
        }

        double[] points = new double[steps];
        Span<double> ofStep = stackalloc double[members.Count];
        for (int step = 0; step < steps; step++)
        {
            for (int member = 0; member < members.Count; member++)
            {
                ofStep[member] = said[member][step];
            }

            points[step] = pool?.Point(ofStep) ?? ofStep[0];
        }

        double[] spreads = new double[steps];
        ErrorSpread.Of(input, points, said, spreads);
        return new ForecastResult
        {
            Points = Scaled(points, history),
            Spreads = Scaled(spreads, history),
            Members = [.. members.Select((member, at) => new MemberForecast(member.Name, 1.0 / members.Count, Scaled(said[at], history)))],
            Class = demand,
            Guards = notes,
            Period = period,
            IsNonNegative = history.IsNonNegative,
        };
    }

    private static ForecastResult Carried(CleanHistory history, DemandClass demand, int horizon, List<Guard> notes)
    {
        bool isKnown = history.Values.Length > 0;
        if (isKnown)
        {
            notes.Add(new Guard(history.Values.Length < FewestForMembers ? GuardCodes.TooShort : GuardCodes.Constant, history.Values.Length));
        }

        double[] points = new double[horizon];
        Array.Fill(points, isKnown ? history.Values[^1] * history.Unit : double.NaN);
        double[] spreads = new double[horizon];
        Array.Fill(spreads, isKnown ? (history.Values.Max() - history.Values.Min()) * history.Unit : double.NaN);
        return new ForecastResult
        {
            Points = points,
            Spreads = spreads,
            Members = [],
            Class = demand,
            Guards = notes,
            Period = 1,
            IsNonNegative = history.IsNonNegative,
        };
    }

    private static double[] Scaled(double[] points, CleanHistory history)
    {
        double[] scaled = points[history.Trailing..];
        for (int step = 0; step < scaled.Length; step++)
        {
            scaled[step] = Math.Clamp(scaled[step] * history.Unit, -double.MaxValue, double.MaxValue);
        }

        return scaled;
    }

    private static int PeriodOf(int count, int period, List<Guard> notes)
    {
        if (period % HoursOfADay == 0 && period < HoursOfADay * DaysOfAWeek && count >= FewestWeeks * period * DaysOfAWeek)
        {
            return period * DaysOfAWeek;
        }

        if (period > 1 && count < (2 * period) + 2)
        {
            notes.Add(new Guard(GuardCodes.SeasonLeftOut, count));
            return 1;
        }

        return period;
    }

    private static bool IsConstant(double[] values) => Array.TrueForAll(values, value => value == values[0]);
}
