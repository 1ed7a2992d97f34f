
namespace ProdSales.Forecasting.Members;

/// <summary>The last value goes on.</summary>
internal sealed class NaiveMember : IMember
{
    /// <inheritdoc/>
    public string Name => "naive";

    /// <inheritdoc/>
    public void Forecast(MemberInput input, Span<double> points) => points.Fill(input.Values[^1]);
}

/// <summary>The last season goes on.</summary>
internal sealed class SeasonalNaiveMember : IMember
{
    /// <inheritdoc/>
    public string Name => "seasonal-naive";

    /// <inheritdoc/>
    public void Forecast(MemberInput input, Span<double> points)
    {
        int period = input.Values.Length >= input.Period ? input.Period : 1;
        for (int step = 0; step < points.Length; step++)
        {
            points[step] = input.Values[input.Values.Length - period + (step % period)];
        }
    }
}

/// <summary>Naive2 of the M4 competition: the last value, adjusted by classical factors where the test of the benchmark code sees a season, goes on.</summary>
internal sealed class Naive2Member : IMember
{
    /// <inheritdoc/>
    public string Name => "naive2";

    /// <inheritdoc/>
    public void Forecast(MemberInput input, Span<double> points)
    {
        ClassicalAdjustment adjustment = ClassicalAdjustment.Of(input);
        points.Fill(adjustment.Adjusted[^1]);
        adjustment.Restore(points);
    }
}
