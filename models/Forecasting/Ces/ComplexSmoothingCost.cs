using System.Runtime.Intrinsics;
using ProdSales.Forecasting.Search;

namespace ProdSales.Forecasting.Ces;

/// <summary>Squared one-step errors of complex exponential smoothing by the real and the imaginary part of its parameter; the first states are those of least squares.</summary>
internal struct ComplexSmoothingCost(double[] values, int count) : ILaneCost
{
    /// <summary>After <see cref="Of"/>: the last level and the last information component, per lane.</summary>
    internal Vector256<double> Level;

    internal Vector256<double> Information;

    /// <inheritdoc/>
    public Vector256<double> Of(in Lanes parameters)
    {
        Vector256<double> real = parameters.First;
        Vector256<double> imaginary = parameters.Second;
        Gains gains = new(Vector256<double>.One - imaginary, Vector256<double>.One - real, real - imaginary, real + imaginary);
        State own = new(Vector256.Create(values[0]), Vector256.Create(values[0]));
        State unitLevel = new(Vector256<double>.One, Vector256<double>.Zero);
        State unitInformation = new(Vector256<double>.Zero, Vector256<double>.One);
        Vector256<double> zero = Vector256<double>.Zero;
        (Vector256<double> ee, Vector256<double> el, Vector256<double> ec, Vector256<double> ll, Vector256<double> lc, Vector256<double> cc) = (zero, zero, zero, zero, zero, zero);
        for (int t = 0; t < count; t++)
        {
            Vector256<double> error = Vector256.Create(values[t]) - own.Level;
            Vector256<double> levelError = -unitLevel.Level;
            Vector256<double> informationError = -unitInformation.Level;
            own = own.Next(gains, error);
            unitLevel = unitLevel.Next(gains, levelError);
            unitInformation = unitInformation.Next(gains, informationError);
            ee += error * error;
            el += error * levelError;
            ec += error * informationError;
            ll += levelError * levelError;
            lc += levelError * informationError;
            cc += informationError * informationError;
        }

        Vector256<double> determinant = (ll * cc) - (lc * lc);
        Vector256<double> isSound = Vector256.GreaterThan(determinant, 1e-10 * ll * cc);
        Vector256<double> first = Vector256.ConditionalSelect(isSound, ((lc * ec) - (cc * el)) / determinant, -el / ll);
        Vector256<double> second = Vector256.ConditionalSelect(isSound, ((lc * el) - (ll * ec)) / determinant, zero);
        Level = own.Level + (first * unitLevel.Level) + (second * unitInformation.Level);
        Information = own.Information + (first * unitLevel.Information) + (second * unitInformation.Information);
        Vector256<double> cost = ee + (first * el) + (second * ec);
        return Vector256.ConditionalSelect(IsStable(real, imaginary), cost, Vector256.Create(double.PositiveInfinity));
    }

    // The region in which old values fade (Svetunkov and Kourentzes, 2018).
    private static Vector256<double> IsStable(Vector256<double> real, Vector256<double> imaginary)
    {
        Vector256<double> a = real - Vector256.Create(2.5);
        Vector256<double> b = real - Vector256.Create(0.5);
        Vector256<double> c = real - Vector256.Create(1.5);
        Vector256<double> d = imaginary - Vector256.Create(0.5);
        Vector256<double> e = imaginary - Vector256<double>.One;
        return Vector256.GreaterThan((a * a) + (imaginary * imaginary), Vector256.Create(1.25))
            & Vector256.GreaterThan((b * b) + (e * e), Vector256.Create(0.25))
            & Vector256.LessThan((c * c) + (d * d), Vector256.Create(1.5));
    }

    private readonly struct Gains(Vector256<double> information, Vector256<double> memory, Vector256<double> level, Vector256<double> growth)
    {
        internal readonly Vector256<double> Information = information;

        internal readonly Vector256<double> Memory = memory;

        internal readonly Vector256<double> Level = level;

        internal readonly Vector256<double> Growth = growth;
    }

    private readonly struct State(Vector256<double> level, Vector256<double> information)
    {
        internal readonly Vector256<double> Level = level;

        internal readonly Vector256<double> Information = information;

        internal State Next(in Gains gains, Vector256<double> error) => new(
            Level - (gains.Information * Information) + (gains.Level * error),
            Level + (gains.Memory * Information) + (gains.Growth * error));
    }
}
