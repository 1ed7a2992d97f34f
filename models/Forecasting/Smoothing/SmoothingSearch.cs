using ProdSales.Forecasting.Search;

namespace ProdSales.Forecasting.Smoothing;

/// <summary>Fits one form of exponential smoothing.</summary>
/// <remarks>
/// The usual region of parameters, but for the trend, which may follow the level by at most a tenth: on rolling origins inside the training parts of M3 that is
/// better for every frequency than the whole region, in which likelihood takes noise for a change of trend (docs/decisions/0025).
/// </remarks>
internal static class SmoothingSearch
{
    private const int Rounds = 5;

    private static readonly Axis Alpha = new(0.0001, 0.9999, 0.1, [0.03, 0.15, 0.35, 0.6, 0.9]);
    private static readonly Axis Beta = new(0.0001, 0.1, 0.0125, [0.002, 0.02, 0.06]);
    private static readonly Axis Gamma = new(0.0001, 0.9999, 0.08, [0.01, 0.15, 0.4]);
    private static readonly Axis Damping = new(0.8, 0.98, 0.05, [0.85, 0.95]);

    /// <summary>Fits.</summary>
    /// <param name="form">The form; with relative errors or factors the series must be positive.</param>
    /// <param name="work">The series; with a season also its start, with relative errors the weights.</param>
    /// <param name="adjusted">The seasonally adjusted series with weights; needed where the season multiplies.</param>
    /// <param name="period">Steps of a season.</param>
    /// <returns>The fit; its cost is infinite when no parameters are allowed.</returns>
    internal static SmoothingFit Fit(SmoothingForm form, SmoothingWork work, SmoothingWork adjusted, int period)
    {
        bool hasTrend = form.Trend is not TrendForm.None;
        Axis[] axes =
        [
            Alpha,
            hasTrend ? Beta : Axis.Held(0),
            form.Season is SeasonForm.None ? Axis.Held(0) : Gamma,
            form.Trend switch { TrendForm.None => Axis.Held(0), TrendForm.Linear => Axis.Held(1), _ => Damping },
        ];
        Span<double> best = stackalloc double[4];
        if (form.Season is SeasonForm.Multiplied)
        {
            MultiplicativeSeasonCost cost = new(work, adjusted, period, hasTrend);
            double least = LaneSearch.Minimise(ref cost, axes, Rounds, best);
            cost.Of(Lanes.All(best));
            double[] season = new double[period];
            cost.SeasonAtEnd(season);
            return Result(form, least, best, cost.Level[0], cost.Trend[0], season);
        }
        else
        {
            int seasons = form.Season is SeasonForm.None ? 1 : period;
            AdditiveCost cost = new(work, seasons, hasTrend, form.IsRelative);
            double least = LaneSearch.Minimise(ref cost, axes, Rounds, best);
            cost.Of(Lanes.All(best));
            double[] season = seasons > 1 ? new double[period] : [];
            if (seasons > 1)
            {
                cost.SeasonAtEnd(season);
            }

            return Result(form, least, best, cost.Level[0], cost.Trend[0], season);
        }
    }

    private static SmoothingFit Result(SmoothingForm form, double cost, ReadOnlySpan<double> best, double level, double trend, double[] season) =>
        new() { Form = form, Cost = cost, Alpha = best[0], TrendShare = best[1], Damping = best[3], Level = level, Trend = trend, Season = season };
}
