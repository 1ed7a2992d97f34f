using System.Runtime.Intrinsics;

namespace ProdSales.Forecasting.Smoothing;

/// <summary>The series under search and the room that costs need; kept from series to series, so that nothing is allocated in loops. Of one thread.</summary>
internal sealed class SmoothingWork
{
    /// <summary>A sum of squared relative errors below this counts as this, so that a perfect fit has a finite cost.</summary>
    internal const double Tiny = 1e-14;

    /// <summary>So many factors are multiplied before a logarithm is taken.</summary>
    internal const int LogEvery = 16;

    private const int SmoothingHalf = 2;

    internal double[] Values = [];

    internal double[] Weights = [];

    internal Vector256<double>[] Errors = [];

    internal Vector256<double>[] LevelErrors = [];

    internal Vector256<double>[] TrendErrors = [];

    internal Vector256<double>[] OwnSeason = [];

    internal Vector256<double>[] LevelSeason = [];

    internal Vector256<double>[] TrendSeason = [];

    private double[] _season = [];
    private double _mean;

    /// <summary>Gets the length of the series.</summary>
    internal int Count { get; private set; }

    /// <summary>Gets the mean of the squares.</summary>
    internal double MeanSquare { get; private set; }

    /// <summary>Gets one over the mean.</summary>
    internal double InverseMean => 1 / _mean;

    /// <summary>What makes costs of amounts and of relative errors comparable.</summary>
    internal double Offset(bool isRelative) => isRelative ? 2 * Count * Math.Log(_mean) : 0;

    /// <summary>Takes up a series.</summary>
    internal void Load(ReadOnlySpan<double> values)
    {
        Count = values.Length;
        if (Values.Length < Count)
        {
            Values = new double[Count];
            Weights = new double[Count];
            Errors = new Vector256<double>[Count];
            LevelErrors = new Vector256<double>[Count];
            TrendErrors = new Vector256<double>[Count];
        }

        values.CopyTo(Values);
        double sum = 0;
        double squares = 0;
        foreach (double value in values)
        {
            sum += value;
            squares += value * value;
        }

        (_mean, MeanSquare) = (sum / Count, squares / Count);
    }

    /// <summary>Takes up the season that models start from, the first amount or factor for the first value.</summary>
    internal void LoadSeason(ReadOnlySpan<double> season)
    {
        if (_season.Length < season.Length)
        {
            _season = new double[season.Length];
            OwnSeason = new Vector256<double>[season.Length];
            LevelSeason = new Vector256<double>[season.Length];
            TrendSeason = new Vector256<double>[season.Length];
        }

        season.CopyTo(_season);
    }

    /// <summary>Weighs each value by one over the square of the values around it, for least squares of relative errors. Values must be positive.</summary>
    internal void WeighRelative()
    {
        for (int t = 0; t < Count; t++)
        {
            int from = Math.Max(0, t - SmoothingHalf);
            int to = Math.Min(Count - 1, t + SmoothingHalf);
            double sum = 0;
            for (int near = from; near <= to; near++)
            {
                sum += Values[near];
            }

            double mean = sum / (to - from + 1);
            Weights[t] = 1 / (mean * mean);
        }
    }

    /// <summary>Puts every lane's season back to its start.</summary>
    internal void StartSeasons(int period)
    {
        for (int step = 0; step < period; step++)
        {
            OwnSeason[step] = Vector256.Create(_season[step]);
            LevelSeason[step] = Vector256<double>.Zero;
            TrendSeason[step] = Vector256<double>.Zero;
        }
    }
}
