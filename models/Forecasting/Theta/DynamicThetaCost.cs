using System.Runtime.Intrinsics;
using ProdSales.Forecasting.Search;

namespace ProdSales.Forecasting.Theta;

/// <summary>Squared one-step errors of the dynamic optimised theta model (Fiorucci and others, 2016) by its alpha.</summary>
/// <remarks>
/// The straight lines through the values up to each moment do not depend on parameters and are worked out once; the forecast is linear in the first level and in
/// 1 − 1/theta, so both have their least-squares value for each alpha, and only alpha is searched.
/// </remarks>
internal struct DynamicThetaCost(double[] values, double[] intercepts, double[] slopes, int count) : ILaneCost
{
    private const int FirstError = 2;

    /// <summary>After <see cref="Of"/>: what the first level differs from the first value by, 1 − 1/theta, and the last level, per lane.</summary>
    internal Vector256<double> FirstLevel;

    internal Vector256<double> LineWeight;

    internal Vector256<double> Level;

    /// <inheritdoc/>
    public Vector256<double> Of(in Lanes parameters)
    {
        Vector256<double> alpha = parameters.First;
        Vector256<double> rest = Vector256<double>.One - alpha;
        Vector256<double> inverse = Vector256<double>.One / alpha;
        Vector256<double> level = Vector256.Create(values[0]);
        Vector256<double> power = rest;
        Vector256<double> zero = Vector256<double>.Zero;
        (Vector256<double> ee, Vector256<double> el, Vector256<double> eg, Vector256<double> ll, Vector256<double> lg, Vector256<double> gg) =
            (zero, zero, zero, Vector256.Create(1e-300), zero, Vector256.Create(1e-300));
        for (int t = 1; t < count; t++)
        {
            // Before value t: level of t values, rest^t in power.
            if (t >= FirstError)
            {
                Vector256<double> error = Vector256.Create(values[t]) - level;
                Vector256<double> line = (power * intercepts[t - 1]) + ((Vector256<double>.One - (power * rest)) * inverse * slopes[t - 1]);
                ee += error * error;
                el += error * power;
                eg += error * line;
                ll += power * power;
                lg += power * line;
                gg += line * line;
            }

            level += alpha * (Vector256.Create(values[t]) - level);
            power *= rest;
        }

        Solve(el, eg, ll, lg, gg);
        Level = level + (power * FirstLevel);
        return ee - (2 * ((FirstLevel * el) + (LineWeight * eg))) + (FirstLevel * FirstLevel * ll) + (2 * FirstLevel * LineWeight * lg) + (LineWeight * LineWeight * gg);
    }

    // Least squares of both, the weight of the line kept within 0 (theta is 1) and 1 (theta is infinite), and then the level given the weight.
    private void Solve(Vector256<double> el, Vector256<double> eg, Vector256<double> ll, Vector256<double> lg, Vector256<double> gg)
    {
        Vector256<double> determinant = (ll * gg) - (lg * lg);
        Vector256<double> weight = ((eg * ll) - (el * lg)) / determinant;
        weight = Vector256.ConditionalSelect(Vector256.GreaterThan(determinant, 1e-12 * ll * gg), weight, Vector256<double>.Zero);
        LineWeight = Vector256.Min(Vector256.Max(weight, Vector256<double>.Zero), Vector256<double>.One);
        FirstLevel = (el - (LineWeight * lg)) / ll;
    }
}
