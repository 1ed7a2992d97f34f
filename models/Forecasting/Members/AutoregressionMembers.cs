using ProdSales.Forecasting.Autoregression;

namespace ProdSales.Forecasting.Members;

/// <summary>Autoregressions of the changes from value to value, of the series itself: the season is in the lags.</summary>
internal sealed class AutoregressionMember : IMember
{
    /// <inheritdoc/>
    public string Name => "autoregression";

    /// <inheritdoc/>
    public void Forecast(MemberInput input, Span<double> points) =>
        Changes.Forecast(input.Values, Math.Min(input.Values.Length / 3, (2 * input.Period) + 2), input.IsPositive, points);
}

/// <summary>Autoregressions of the changes of a long series without season: the more changes were seen, the more of their mean is taken to last.</summary>
internal sealed class DriftingAutoregressionMember : IMember
{
    // As if so many steps without a change had come before.
    private const double StepsWithoutChange = 20;

    /// <inheritdoc/>
    public string Name => "drifting-autoregression";

    /// <inheritdoc/>
    public void Forecast(MemberInput input, Span<double> points)
    {
        int changes = input.Values.Length - 1;
        Changes.Forecast(input.Values, Math.Min(input.Values.Length / 3, (2 * input.Period) + 2), input.IsPositive, points, changes / (changes + StepsWithoutChange));
    }
}

/// <summary>Autoregressions of the changes of the adjusted series.</summary>
internal sealed class AdjustedAutoregressionMember : IMember
{
    /// <inheritdoc/>
    public string Name => "adjusted-autoregression";

    /// <inheritdoc/>
    public void Forecast(MemberInput input, Span<double> points)
    {
        Changes.Forecast(input.Adjustment.Adjusted, Math.Min(input.Values.Length / 3, input.Period + 2), input.IsPositive, points);
        input.Adjustment.Restore(points);
    }
}

/// <summary>Autoregressions of the changes from season to season; of those from value to value where there are fewer than three seasons.</summary>
internal sealed class SeasonalAutoregressionMember : IMember
{
    /// <inheritdoc/>
    public string Name => "seasonal-autoregression";

    /// <inheritdoc/>
    public void Forecast(MemberInput input, Span<double> points)
    {
        int period = input.Period;
        int count = input.Values.Length - period;
        if (period == 1 || count < 2 * period)
        {
            new AutoregressionMember().Forecast(input, points);
            return;
        }

        double[] scale = Changes.Scaled(input.Values, input.IsPositive);
        double[] changes = new double[count];
        for (int t = 0; t < count; t++)
        {
            changes[t] = scale[t + period] - scale[t];
        }

        double drift = Changes.DriftShare * changes.Average();
        for (int t = 0; t < count; t++)
        {
            changes[t] -= drift;
        }

        AveragedAutoregression.Continue(changes, Math.Min(count / 3, period + 2), points);
        for (int step = 0; step < points.Length; step++)
        {
            double season = step < period ? scale[count + step] : points[step - period];
            points[step] += season + drift;
        }

        Changes.Unscale(points, input.IsPositive);
    }
}

/// <summary>What autoregressions of changes share: logarithms of positive series, and half the mean change as drift, as in the theta method.</summary>
internal static class Changes
{
    /// <summary>So much of the mean change is taken to last.</summary>
    internal const double DriftShare = 0.5;

    /// <summary>Continues a series by its changes.</summary>
    /// <param name="values">The series.</param>
    /// <param name="greatest">The greatest order.</param>
    /// <param name="isPositive">Whether logarithms are taken.</param>
    /// <param name="points">Takes what follows.</param>
    /// <param name="share">So much of the mean change is taken to last.</param>
    internal static void Forecast(double[] values, int greatest, bool isPositive, Span<double> points, double share = DriftShare)
    {
        double[] scale = Scaled(values, isPositive);
        double[] changes = new double[scale.Length - 1];
        double drift = share * (scale[^1] - scale[0]) / changes.Length;
        for (int t = 0; t < changes.Length; t++)
        {
            changes[t] = scale[t + 1] - scale[t] - drift;
        }

        AveragedAutoregression.Continue(changes, Math.Max(1, greatest), points);
        double level = scale[^1];
        for (int step = 0; step < points.Length; step++)
        {
            level += points[step] + drift;
            points[step] = level;
        }

        Unscale(points, isPositive);
    }

    internal static double[] Scaled(double[] values, bool isPositive) => isPositive ? [.. values.Select(value => Math.Log(value))] : values;

    internal static void Unscale(Span<double> points, bool isPositive)
    {
        for (int step = 0; step < points.Length && isPositive; step++)
        {
            points[step] = Math.Exp(points[step]);
        }
    }
}
