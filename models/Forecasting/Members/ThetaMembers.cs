using ProdSales.Forecasting.Ces;
using ProdSales.Forecasting.Theta;

namespace ProdSales.Forecasting.Members;

/// <summary>The dynamic optimised theta model of the adjusted series.</summary>
internal sealed class DynamicThetaMember : IMember
{
    /// <inheritdoc/>
    public string Name => "dynamic-theta";

    /// <inheritdoc/>
    public void Forecast(MemberInput input, Span<double> points)
    {
        DynamicTheta.Forecast(input.Adjustment.Adjusted, points);
        input.Adjustment.Restore(points);
    }
}

/// <summary>The dynamic optimised theta model of the adjusted series and of its means over longer steps, averaged: what short steps hide, long ones show.</summary>
internal sealed class AggregatedThetaMember : IMember
{
    private const int FewestMeans = 6;

    /// <inheritdoc/>
    public string Name => "aggregated-theta";

    /// <inheritdoc/>
    public void Forecast(MemberInput input, Span<double> points)
    {
        points.Clear();
        double[] values = input.Adjustment.Adjusted;
        int used = 0;
        foreach (int width in Widths(input.Period))
        {
            if (width == 1 || values.Length / width >= FewestMeans)
            {
                Add(values, width, points);
                used++;
            }
        }

        for (int step = 0; step < points.Length; step++)
        {
            points[step] /= used;
        }

        input.Adjustment.Restore(points);
    }

    // Whole parts of a season, up to a season; two steps where there is none.
    private static int[] Widths(int period) => period switch
    {
        12 => [1, 2, 3, 4, 6, 12],
        4 => [1, 2, 4],
        1 => [1, 2],
        _ => [1, period],
    };

    private static void Add(double[] values, int width, Span<double> points)
    {
        int count = values.Length / width;
        double[] means = new double[count];
        for (int block = 0; block < count; block++)
        {
            means[block] = values.AsSpan(values.Length - ((count - block) * width), width).ToArray().Average();
        }

        double[] coarse = new double[((points.Length + width - 1) / width) + 1];
        DynamicTheta.Forecast(means, coarse);
        for (int step = 0; step < points.Length; step++)
        {
            points[step] += Between(coarse, ((step + 0.5) / width) - 0.5);
        }
    }

    // On the straight line between the middles of two long steps, the first line drawn back to the last value known.
    private static double Between(double[] coarse, double at)
    {
        int left = (int)Math.Floor(at);
        double from = left < 0 ? coarse[0] - (coarse[1] - coarse[0]) : coarse[left];
        double to = coarse[Math.Min(left + 1, coarse.Length - 1)];
        return from + ((to - from) * (at - left));
    }
}

/// <summary>Complex exponential smoothing of the adjusted series.</summary>
internal sealed class ComplexSmoothingMember : IMember
{
    /// <inheritdoc/>
    public string Name => "complex-smoothing";

    /// <inheritdoc/>
    public void Forecast(MemberInput input, Span<double> points)
    {
        ComplexSmoothing.Forecast(input.Adjustment.Adjusted, points);
        input.Adjustment.Restore(points);
    }
}
