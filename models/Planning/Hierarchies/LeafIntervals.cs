using ProdSales.Forecasting.Intermittent;
using ProdSales.Forecasting.Intervals;

namespace ProdSales.Planning.Hierarchies;

/// <summary>Intervals of the leaves: conformal per season and step from errors of earlier origins; for seldom demand those of a negative binomial whose variation the same errors show.</summary>
internal sealed class LeafIntervals(FrameHierarchy frame, Dictionary<int, NodeForecast> past, int horizon, double level)
{
    private const int Enough = 60;

    private readonly int _sums = frame.Hierarchy.SumCount;

    internal Interval[][] Around(double[][] points, NodeForecast now, bool isNonNegative)
    {
        Dictionary<(int Period, int Step), double> factors = Factors();
        double variation = Variation();
        Interval[][] intervals = new Interval[horizon][];
        for (int step = 0; step < horizon; step++)
        {
            intervals[step] = new Interval[points[step].Length];
            for (int leaf = 0; leaf < points[step].Length; leaf++)
            {
                int node = _sums + leaf;
                double point = points[step][leaf];
                double half = factors.GetValueOrDefault((now.Periods[node], step), ConformalFactors.Borrowed.Of(now.Periods[node], step + 1, level)) * now.Spreads[step][node];
                intervals[step][leaf] = now.IsSeldom[node]
                    ? Quantiles(point, variation)
                    : new Interval(isNonNegative ? Math.Max(0, point - half) : point - half, point + half);
            }
        }

        return intervals;
    }

    private Interval Quantiles(double mean, double variation)
    {
        NegativeBinomial demand = new(mean, variation);
        double tail = (1 - level) / 2;
        return new Interval(Math.Min(mean, demand.Quantile(tail)), Math.Max(mean, demand.Quantile(1 - tail)));
    }

    private Dictionary<(int Period, int Step), double> Factors()
    {
        Dictionary<(int Period, int Step), List<double>> ratios = [];
        foreach ((int origin, NodeForecast said) in past)
        {
            for (int step = 0; step < horizon && origin + step < frame.Nodes[0].Length; step++)
            {
                for (int node = 0; node < frame.Nodes.Length; node++)
                {
                    double ratio = Math.Abs(frame.Nodes[node][origin + step] - said.Points[step][node]) / said.Spreads[step][node];
                    if (double.IsFinite(ratio) && !said.IsSeldom[node])
                    {
                        OfKey(ratios, (said.Periods[node], step)).Add(ratio);
                    }
                }
            }
        }

        return ratios.Where(entry => entry.Value.Count >= Enough).ToDictionary(entry => entry.Key, entry => Quantile(entry.Value, level));
    }

    /// <summary>The factor that holds a share of what is to come, by what came: the split conformal quantile. Puts the ratios in order.</summary>
    internal static double Quantile(List<double> ratios, double level)
    {
        ratios.Sort();
        return ratios[Math.Min(ratios.Count, (int)Math.Ceiling((ratios.Count + 1) * level)) - 1];
    }

    private static List<double> OfKey(Dictionary<(int, int), List<double>> ratios, (int, int) key)
    {
        if (!ratios.TryGetValue(key, out List<double>? ofKey))
        {
            ratios[key] = ofKey = [];
        }

        return ofKey;
    }

    // By moments: what errors have beyond a Poisson distribution, over the squared means.
    private double Variation()
    {
        (double beyond, double squares) = (0, 0);
        foreach ((int origin, NodeForecast said) in past)
        {
            for (int step = 0; step < horizon && origin + step < frame.Nodes[0].Length; step++)
            {
                for (int node = _sums; node < frame.Nodes.Length; node++)
                {
                    double mean = said.Points[step][node];
                    double error = frame.Nodes[node][origin + step] - mean;
                    if (said.IsSeldom[node] && double.IsFinite(error) && mean > 0)
                    {
                        beyond += (error * error) - mean;
                        squares += mean * mean;
                    }
                }
            }
        }

        return squares > 0 ? Math.Max(0, beyond / squares) : 0;
    }
}
