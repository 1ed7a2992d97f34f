using ProdSales.Forecasting.Smoothing;
using ProdSales.Forecasting.Theta;

namespace ProdSales.Forecasting.Members;

/// <summary>Simple, Holt's or damped exponential smoothing of the classically adjusted series, as in the M competitions.</summary>
internal sealed class SmoothingMember(string name, TrendForm trend) : IMember
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public void Forecast(MemberInput input, Span<double> points)
    {
        ClassicalAdjustment adjustment = ClassicalAdjustment.Of(input);
        input.Smooth(adjustment.Adjusted, trend).Forecast(input.Values.Length, points);
        adjustment.Restore(points);
    }
}

/// <summary>The theta method of the classically adjusted series, as in the M3 competition.</summary>
internal sealed class ClassicThetaMember : IMember
{
    /// <inheritdoc/>
    public string Name => "theta";

    /// <inheritdoc/>
    public void Forecast(MemberInput input, Span<double> points)
    {
        ClassicalAdjustment adjustment = ClassicalAdjustment.Of(input);
        ClassicTheta.Forecast(adjustment.Adjusted, input.Smooth(adjustment.Adjusted, TrendForm.None), points);
        adjustment.Restore(points);
    }
}

/// <summary>ETS of the whole series, season and all; the mean of the forms with a fading trend, or the one form of least AICc among all.</summary>
internal sealed class EtsMember(bool isAveraged) : IMember
{
    /// <inheritdoc/>
    public string Name => isAveraged ? "ets" : "ets-selected";

    /// <inheritdoc/>
    public void Forecast(MemberInput input, Span<double> points)
    {
        if (isAveraged)
        {
            input.Ets.ForecastAveraged(input.Values, input.Period, EtsSearch.Damped, points);
        }
        else
        {
            input.Ets.Best(input.Values, input.Period).Forecast(input.Values.Length, points);
        }
    }
}

/// <summary>ETS of the adjusted series: the mean of the forms with a fading trend.</summary>
internal sealed class AdjustedEtsMember : IMember
{
    /// <inheritdoc/>
    public string Name => "adjusted-ets";

    /// <inheritdoc/>
    public void Forecast(MemberInput input, Span<double> points)
    {
        input.Ets.ForecastAveraged(input.Adjustment.Adjusted, 1, EtsSearch.Damped, points);
        input.Adjustment.Restore(points);
    }
}
