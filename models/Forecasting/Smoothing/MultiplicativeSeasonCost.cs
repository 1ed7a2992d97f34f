using System.Runtime.Intrinsics;
using ProdSales.Forecasting.Search;

namespace ProdSales.Forecasting.Smoothing;

/// <summary>
/// Cost of exponential smoothing with a season that multiplies and relative errors, by the same constant as <see cref="AdditiveCost"/>. The first level and trend
/// are those of the seasonally adjusted series, best for each set of parameters; the season starts at given factors.
/// </summary>
internal struct MultiplicativeSeasonCost : ILaneCost
{
    private readonly SmoothingWork _work;
    private readonly int _period;
    private AdditiveCost _adjusted;

    /// <summary>Sets up.</summary>
    /// <param name="work">Holds the series and the factors.</param>
    /// <param name="adjusted">Holds the adjusted series with weights.</param>
    /// <param name="period">Steps of a season, at least 2.</param>
    /// <param name="hasTrend">Whether there is a trend.</param>
    internal MultiplicativeSeasonCost(SmoothingWork work, SmoothingWork adjusted, int period, bool hasTrend)
    {
        (_work, _period) = (work, period);
        _adjusted = new AdditiveCost(adjusted, 1, hasTrend, isRelative: true);
    }

    /// <summary>After <see cref="Of"/>: the last level and trend, per lane.</summary>
    internal Vector256<double> Level;

    internal Vector256<double> Trend;

    /// <inheritdoc/>
    public Vector256<double> Of(in Lanes parameters)
    {
        _adjusted.FindFirstStates(parameters);
        Vector256<double> alpha = parameters.First;
        Vector256<double> beta = alpha * parameters.Second;
        Vector256<double> gamma = (Vector256<double>.One - alpha) * parameters.Third;
        Vector256<double> phi = parameters.Fourth;
        (Vector256<double> level, Vector256<double> trend) = (_adjusted.FirstLevel, _adjusted.FirstTrend);
        Vector256<double> squares = Vector256<double>.Zero;
        Vector256<double> logs = squares;
        Vector256<double> product = Vector256<double>.One;
        Vector256<double> least = product;
        _work.StartSeasons(_period);
        Vector256<double>[] season = _work.OwnSeason;
        int step = 0;
        for (int t = 0; t < _work.Count; t++)
        {
            Vector256<double> size = level + (phi * trend);
            Vector256<double> fitted = size * season[step];
            Vector256<double> error = (Vector256.Create(_work.Values[t]) - fitted) / fitted;
            level = size + (alpha * (size * error));
            trend = (phi * trend) + (beta * (size * error));
            season[step] += gamma * (season[step] * error);
            step = step + 1 == _period ? 0 : step + 1;
            squares += error * error;
            Vector256<double> scaled = fitted * _work.InverseMean;
            least = Vector256.Min(least, scaled);
            product *= scaled;
            if (t % SmoothingWork.LogEvery == 0)
            {
                logs += Vector256.Log(product);
                product = Vector256<double>.One;
            }
        }

        (Level, Trend) = (level, trend);
        Vector256<double> cost = (_work.Count * Vector256.Log(squares + Vector256.Create(SmoothingWork.Tiny))) + Vector256.Create(_work.Offset(isRelative: true))
            + (2 * (logs + Vector256.Log(product)));
        return Vector256.ConditionalSelect(Vector256.GreaterThan(least, Vector256.Create(1e-3)), cost, Vector256.Create(double.PositiveInfinity));
    }

    /// <summary>After <see cref="Of"/>: the season as it ends, of the first lane.</summary>
    internal readonly void SeasonAtEnd(Span<double> season)
    {
        for (int step = 0; step < _period; step++)
        {
            season[step] = _work.OwnSeason[step][0];
        }
    }
}
