using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace ProdSales.Forecasting.Intermittent;

/// <summary>How the demand of a lead time is distributed, given a history: a negative binomial whose mean and variation are powers of the part's decayed mean.</summary>
/// <remarks>
/// Parts that sold much sell less later and parts that sold little sell more, so the power of the mean is below one; seldom parts vary more about their mean. Both powers, both factors
/// and the decay are those under which what came was most likely, all parts and origins together. A slight prior keeps few lead times from being taken at their word.
/// </remarks>
internal sealed class LeadTimeLaw
{
    // Steps of the mean of all that are added to a history.
    private const double Prior = 2;

    // Beyond these logarithms a mean or a variation says no more.
    private const double Least = -12;
    private const double Greatest = 12;

    private const int MostSteps = 2000;
    private const double Exactness = 1e-7;

    private static readonly double[] Decays = [0.85, 0.9, 0.93, 0.96, 0.98];

    // Factor and power of the mean, factor and power of the variation, before anything is learned; factors as logarithms.
    private static readonly Vector<double> Unlearned = Vector<double>.Build.Dense([0, 1, 0, 0]);

    // The decayed mean goes on, and varies no more than counts do.
    private static readonly Vector<double> Counted = Vector<double>.Build.Dense([0, 1, Least, 0]);

    private readonly double _decay;
    private readonly double _mean;
    private readonly int _leadTime;
    private readonly Vector<double> _powers;

    private LeadTimeLaw(double decay, double mean, int leadTime, Vector<double> powers)
    {
        (_decay, _mean, _leadTime, _powers) = (decay, mean, leadTime, powers);
    }

    /// <summary>Learns.</summary>
    /// <param name="windows">Lead times of the past; without any, a history's decayed mean goes on as a Poisson count.</param>
    /// <param name="histories">The histories they are from, for the mean of all.</param>
    /// <param name="leadTime">Steps of a lead time, at least 1.</param>
    internal static LeadTimeLaw Learn(IReadOnlyList<LeadTimeWindow> windows, IReadOnlyList<double[]> histories, int leadTime)
    {
        LeadTimeLaw? best = null;
        double least = double.PositiveInfinity;
        foreach (double decay in windows.Count > 0 ? Decays : [])
        {
            (double Log, int Came)[] cases = Cases(windows, decay, leadTime);
            IObjectiveFunction cost = ObjectiveFunction.Value(powers => Cost(cases, powers));
            MinimizationResult found = NelderMeadSimplex.Minimum(cost, best?._powers ?? Unlearned, Vector<double>.Build.Dense(4, 0.3), Exactness, MostSteps);
            if (found.FunctionInfoAtMinimum.Value < least)
            {
                (best, least) = (new LeadTimeLaw(decay, DemandRate.MeanOf(histories, decay), leadTime, found.MinimizingPoint), found.FunctionInfoAtMinimum.Value);
            }
        }

        return best ?? new LeadTimeLaw(Decays[^1], DemandRate.MeanOf(histories, Decays[^1]), leadTime, Counted);
    }

    /// <summary>The demand of the lead time that follows a history.</summary>
    /// <returns>A distribution of mean 0 where no part ever had demand.</returns>
    internal NegativeBinomial Of(ReadOnlySpan<double> history) => Of(Math.Log(_leadTime * DemandRate.ShrunkMean(history, _decay, Prior, _mean)), _powers);

    /// <summary>The same law where only these histories are known: as at an origin of the past.</summary>
    internal LeadTimeLaw Seeing(IEnumerable<double[]> histories) => new(_decay, DemandRate.MeanOf(histories, _decay), _leadTime, _powers);

    // A history may be seen before several lead times; its mean is worked out once.
    private static (double Log, int Came)[] Cases(IReadOnlyList<LeadTimeWindow> windows, double decay, int leadTime)
    {
        Dictionary<int, double> means = windows.GroupBy(window => window.Origin)
            .ToDictionary(origin => origin.Key, origin => DemandRate.MeanOf(origin.Select(window => window.Known).Distinct(), decay));
        Dictionary<double[], double> logs = [];
        foreach (LeadTimeWindow window in windows)
        {
            logs.TryAdd(window.Known, Math.Log(leadTime * DemandRate.ShrunkMean(window.Known, decay, Prior, means[window.Origin])));
        }

        return [.. windows.Select(window => (logs[window.Known], window.Came))];
    }

    private static double Cost((double Log, int Came)[] cases, Vector<double> powers)
    {
        Vector<double> learned = powers - Unlearned;
        double cost = 0.5 * learned.DotProduct(learned);
        foreach ((double log, int came) in cases)
        {
            cost -= Of(log, powers).LogChance(came);
        }

        return cost / cases.Length;
    }

    private static NegativeBinomial Of(double log, Vector<double> powers) => double.IsNegativeInfinity(log)
        ? new NegativeBinomial(0, 0)
        : new NegativeBinomial(Power(powers[0], powers[1], log), Power(powers[2], powers[3], log));

    private static double Power(double factor, double power, double log) => Math.Exp(Math.Clamp(factor + (power * log), Least, Greatest));
}
