using ProdSales.Forecasting.Seasonality;

namespace ProdSales.Forecasting.Smoothing;

/// <summary>ETS: all forms of exponential smoothing of one series with their corrected information criterion (AICc). Keeps its room from series to series; of one thread.</summary>
internal sealed class EtsSearch
{
    /// <summary>No season longer than this is smoothed.</summary>
    internal const int MaxPeriod = 24;

    /// <summary>Every trend.</summary>
    internal static readonly TrendForm[] AllTrends = [TrendForm.None, TrendForm.Linear, TrendForm.Damped];

    /// <summary>Only trends that fade, of which no trend and a lasting one are nearly limits.</summary>
    internal static readonly TrendForm[] Damped = [TrendForm.Damped];

    private readonly SmoothingWork _plain = new();
    private readonly SmoothingWork _multiplied = new();
    private readonly SmoothingWork _adjusted = new();

    /// <summary>Fits all forms with one of the trends that the series allows.</summary>
    /// <param name="values">Complete values.</param>
    /// <param name="period">Steps of a season; 1 for none.</param>
    /// <param name="trends">The trends.</param>
    /// <returns>Fits with their AICc, as they were tried; at least one.</returns>
    internal List<(SmoothingFit Fit, double Criterion)> Fits(ReadOnlySpan<double> values, int period, ReadOnlySpan<TrendForm> trends)
    {
        bool isPositive = IsPositive(values);
        bool isSeasonal = period is > 1 and <= MaxPeriod && values.Length >= (2 * period) + 2;
        Prepare(values, period, isSeasonal, isPositive);
        List<(SmoothingFit, double)> fits = [];
        foreach (TrendForm trend in trends)
        {
            foreach ((SeasonForm season, bool isRelative) in Forms(isSeasonal, isPositive))
            {
                SmoothingForm form = new(isRelative, trend, season);
                double penalty = Penalty(form.Freedom(period), values.Length);
                if (double.IsFinite(penalty))
                {
                    SmoothingFit fit = Fit(form, period);
                    fits.Add((fit, fit.Cost + penalty));
                }
            }
        }

        return fits.Exists(fit => double.IsFinite(fit.Item2)) ? fits : [(Fit(new SmoothingForm(false, TrendForm.None, SeasonForm.None), 1), 0)];
    }

    /// <summary>The form with the least criterion, as R's <c>ets</c> chooses.</summary>
    internal SmoothingFit Best(ReadOnlySpan<double> values, int period) => Fits(values, period, AllTrends).MinBy(fit => fit.Criterion).Fit;

    /// <summary>Writes the mean forecast of forms with one of the trends, weighed by how likely each is (Akaike weights).</summary>
    internal void ForecastAveraged(ReadOnlySpan<double> values, int period, ReadOnlySpan<TrendForm> trends, Span<double> points)
    {
        const double Negligible = 1e-3;
        List<(SmoothingFit Fit, double Criterion)> fits = Fits(values, period, trends);
        double least = fits.Min(fit => fit.Criterion);
        double weights = 0;
        Span<double> one = points.Length <= 64 ? stackalloc double[points.Length] : new double[points.Length];
        points.Clear();
        foreach ((SmoothingFit fit, double criterion) in fits)
        {
            double weight = Math.Exp(-0.5 * (criterion - least));
            if (weight > Negligible)
            {
                fit.Forecast(values.Length, one);
                weights += weight;
                for (int step = 0; step < points.Length; step++)
                {
                    points[step] += weight * one[step];
                }
            }
        }

        for (int step = 0; step < points.Length; step++)
        {
            points[step] /= weights;
        }
    }

    private SmoothingFit Fit(SmoothingForm form, int period) =>
        SmoothingSearch.Fit(form, form.Season is SeasonForm.Multiplied ? _multiplied : _plain, _adjusted, period);

    private void Prepare(ReadOnlySpan<double> values, int period, bool isSeasonal, bool isPositive)
    {
        _plain.Load(values);
        if (isPositive)
        {
            _plain.WeighRelative();
        }

        if (isSeasonal)
        {
            _plain.LoadSeason(SeasonalIndices.Amounts(values, period));
        }

        if (isSeasonal && isPositive)
        {
            double[] factors = SeasonalIndices.Factors(values, period);
            double[] adjusted = new double[values.Length];
            for (int t = 0; t < values.Length; t++)
            {
                adjusted[t] = values[t] / factors[t % period];
            }

            _multiplied.Load(values);
            _multiplied.LoadSeason(factors);
            _adjusted.Load(adjusted);
            _adjusted.WeighRelative();
        }
    }

    private static IEnumerable<(SeasonForm Season, bool IsRelative)> Forms(bool isSeasonal, bool isPositive)
    {
        yield return (SeasonForm.None, false);
        if (isPositive)
        {
            yield return (SeasonForm.None, true);
        }

        if (isSeasonal)
        {
            yield return (SeasonForm.Added, false);
        }

        if (isSeasonal && isPositive)
        {
            yield return (SeasonForm.Added, true);
            yield return (SeasonForm.Multiplied, true);
        }
    }

    private static double Penalty(int freedom, int count) =>
        count - freedom - 1 > 0 ? (2.0 * freedom) + (2.0 * freedom * (freedom + 1) / (count - freedom - 1)) : double.PositiveInfinity;

    private static bool IsPositive(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (value <= 0)
            {
                return false;
            }
        }

        return true;
    }
}
