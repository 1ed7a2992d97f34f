using System.Runtime.Intrinsics;

namespace ProdSales.Forecasting.Search;

/// <summary>Four sets of up to four parameters, to be tried at once: one set a lane.</summary>
internal readonly struct Lanes(Vector256<double> first, Vector256<double> second, Vector256<double> third, Vector256<double> fourth)
{
    /// <summary>The number of sets.</summary>
    internal const int Count = 4;

    internal readonly Vector256<double> First = first;

    internal readonly Vector256<double> Second = second;

    internal readonly Vector256<double> Third = third;

    internal readonly Vector256<double> Fourth = fourth;

    /// <summary>The same parameters in every lane.</summary>
    internal static Lanes All(ReadOnlySpan<double> point) => new(Of(point, 0), Of(point, 1), Of(point, 2), Of(point, 3));

    private static Vector256<double> Of(ReadOnlySpan<double> point, int dimension) => Vector256.Create(dimension < point.Length ? point[dimension] : 0);
}
