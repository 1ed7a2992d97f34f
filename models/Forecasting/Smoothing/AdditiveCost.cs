using System.Runtime.Intrinsics;
using ProdSales.Forecasting.Search;

namespace ProdSales.Forecasting.Smoothing;

/// <summary>
/// Cost of exponential smoothing whose states add up: level, perhaps a (damped) trend, perhaps a season that starts at given amounts. Errors are amounts or
/// relative to the fitted value. The cost is −2 log likelihood but for a constant that is the same for all models of one series.
/// </summary>
/// <remarks>
/// Errors are linear in the first level and trend, so three recursions side by side (the series itself, a unit level, a unit trend) and two normal equations
/// give the best first states for each set of parameters: only the smoothing parameters are searched. Parameters: alpha, beta/alpha, gamma/(1−alpha), phi.
/// </remarks>
internal struct AdditiveCost : ILaneCost
{
    private readonly SmoothingWork _work;
    private readonly int _count;
    private readonly int _period;
    private readonly bool _hasTrend;
    private readonly bool _isRelative;

    /// <summary>Sets up.</summary>
    /// <param name="work">Holds the series, and where <paramref name="isRelative"/> the weights.</param>
    /// <param name="period">Steps of a season; 1 for none.</param>
    /// <param name="hasTrend">Whether there is a trend.</param>
    /// <param name="isRelative">Whether errors are relative.</param>
    internal AdditiveCost(SmoothingWork work, int period, bool hasTrend, bool isRelative)
    {
        (_work, _count, _period, _hasTrend, _isRelative) = (work, work.Count, period, hasTrend, isRelative);
    }

    /// <summary>After <see cref="Of"/>: the first and last level and trend, per lane.</summary>
    internal Vector256<double> FirstLevel;

    internal Vector256<double> FirstTrend;

    internal Vector256<double> Level;

    internal Vector256<double> Trend;

    /// <inheritdoc/>
    public Vector256<double> Of(in Lanes parameters)
    {
        FindFirstStates(parameters);
        return LogLikelihood(FirstLevel - Vector256.Create(_work.Values[0]), FirstTrend);
    }

    /// <summary>Follows the series and finds the best first states, without the cost.</summary>
    internal void FindFirstStates(in Lanes parameters)
    {
        Vector256<double> alpha = parameters.First;
        Vector256<double> beta = alpha * parameters.Second;
        Vector256<double> gamma = (Vector256<double>.One - alpha) * parameters.Third;
        Run own = new(Vector256.Create(_work.Values[0]), Vector256<double>.Zero);
        Run unitLevel = new(Vector256<double>.One, Vector256<double>.Zero);
        Run unitTrend = new(Vector256<double>.Zero, Vector256<double>.One);
        Follow(alpha, beta, gamma, parameters.Fourth, ref own, ref unitLevel, ref unitTrend);
        (Vector256<double> level, Vector256<double> trend) = FirstStates();
        (FirstLevel, FirstTrend) = (level + Vector256.Create(_work.Values[0]), trend);
        Level = own.Level + (level * unitLevel.Level) + (trend * unitTrend.Level);
        Trend = own.Trend + (level * unitLevel.Trend) + (trend * unitTrend.Trend);
    }

    /// <summary>After <see cref="Of"/>: the season as it ends, of the first lane.</summary>
    internal readonly void SeasonAtEnd(Span<double> season)
    {
        for (int step = 0; step < _period; step++)
        {
            season[step] = _work.OwnSeason[step][0] + ((FirstLevel[0] - _work.Values[0]) * _work.LevelSeason[step][0]) + (FirstTrend[0] * _work.TrendSeason[step][0]);
        }
    }

    private readonly void Follow(
        Vector256<double> alpha, Vector256<double> beta, Vector256<double> gamma, Vector256<double> phi, ref Run own, ref Run unitLevel, ref Run unitTrend)
    {
        double[] values = _work.Values;
        Vector256<double>[] errors = _work.Errors;
        Vector256<double>[] levels = _work.LevelErrors;
        Vector256<double>[] trends = _work.TrendErrors;
        bool seasonal = _period > 1;
        if (seasonal)
        {
            _work.StartSeasons(_period);
        }

        int step = 0;
        for (int t = 0; t < _count; t++)
        {
            Vector256<double> ownMean = own.Level + (phi * own.Trend);
            Vector256<double> levelMean = unitLevel.Level + (phi * unitLevel.Trend);
            Vector256<double> trendMean = unitTrend.Level + (phi * unitTrend.Trend);
            Vector256<double> error = Vector256.Create(values[t]) - ownMean;
            Vector256<double> levelError = -levelMean;
            Vector256<double> trendError = -trendMean;
            if (seasonal)
            {
                error -= _work.OwnSeason[step];
                levelError -= _work.LevelSeason[step];
                trendError -= _work.TrendSeason[step];
                _work.OwnSeason[step] += gamma * error;
                _work.LevelSeason[step] += gamma * levelError;
                _work.TrendSeason[step] += gamma * trendError;
                step = step + 1 == _period ? 0 : step + 1;
            }

            own = new Run(ownMean + (alpha * error), (phi * own.Trend) + (beta * error));
            unitLevel = new Run(levelMean + (alpha * levelError), (phi * unitLevel.Trend) + (beta * levelError));
            unitTrend = new Run(trendMean + (alpha * trendError), (phi * unitTrend.Trend) + (beta * trendError));
            errors[t] = error;
            levels[t] = levelError;
            trends[t] = trendError;
        }
    }

    private readonly (Vector256<double> Level, Vector256<double> Trend) FirstStates()
    {
        Vector256<double> ll = Vector256.Create(1e-12);
        Vector256<double> lt = Vector256<double>.Zero;
        Vector256<double> tt = ll;
        Vector256<double> el = lt;
        Vector256<double> et = lt;
        for (int t = 0; t < _count; t++)
        {
            Vector256<double> weight = Vector256.Create(_isRelative ? _work.Weights[t] : 1);
            Vector256<double> level = _work.LevelErrors[t] * weight;
            Vector256<double> trend = _work.TrendErrors[t] * weight;
            ll += level * _work.LevelErrors[t];
            lt += level * _work.TrendErrors[t];
            tt += trend * _work.TrendErrors[t];
            el += level * _work.Errors[t];
            et += trend * _work.Errors[t];
        }

        if (!_hasTrend)
        {
            return (-el / ll, Vector256<double>.Zero);
        }

        Vector256<double> determinant = (ll * tt) - (lt * lt);
        Vector256<double> isSound = Vector256.GreaterThan(determinant, 1e-10 * ll * tt);
        Vector256<double> first = ((lt * et) - (tt * el)) / determinant;
        Vector256<double> second = ((lt * el) - (ll * et)) / determinant;
        return (Vector256.ConditionalSelect(isSound, first, -el / ll), Vector256.ConditionalSelect(isSound, second, Vector256<double>.Zero));
    }

    private readonly Vector256<double> LogLikelihood(Vector256<double> level, Vector256<double> trend)
    {
        Vector256<double> squares = Vector256<double>.Zero;
        Vector256<double> logs = Vector256<double>.Zero;
        Vector256<double> product = Vector256<double>.One;
        Vector256<double> least = Vector256<double>.One;
        for (int t = 0; t < _count; t++)
        {
            Vector256<double> error = _work.Errors[t] + (level * _work.LevelErrors[t]) + (trend * _work.TrendErrors[t]);
            if (_isRelative)
            {
                Vector256<double> fitted = Vector256.Create(_work.Values[t]) - error;
                Vector256<double> size = fitted * _work.InverseMean;
                least = Vector256.Min(least, size);
                product *= size;
                error /= fitted;
                if (t % SmoothingWork.LogEvery == 0)
                {
                    logs += Vector256.Log(product);
                    product = Vector256<double>.One;
                }
            }

            squares += error * error;
        }

        Vector256<double> cost = (_count * Vector256.Log(squares + Vector256.Create(SmoothingWork.Tiny * (_isRelative ? 1 : _work.MeanSquare)))) + Vector256.Create(_work.Offset(_isRelative));
        return _isRelative
            ? Vector256.ConditionalSelect(
                Vector256.GreaterThan(least, Vector256.Create(1e-3)), cost + (2 * (logs + Vector256.Log(product))), Vector256.Create(double.PositiveInfinity))
            : cost;
    }

    private readonly struct Run(Vector256<double> level, Vector256<double> trend)
    {
        internal readonly Vector256<double> Level = level;

        internal readonly Vector256<double> Trend = trend;
    }
}
