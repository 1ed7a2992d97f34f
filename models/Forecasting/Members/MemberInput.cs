using ProdSales.Forecasting.Seasonality;
using ProdSales.Forecasting.Smoothing;

namespace ProdSales.Forecasting.Members;

/// <summary>What members forecast from: complete values, and what several of them need, worked out once.</summary>
internal sealed class MemberInput(double[] values, int period, EtsSearch ets, SmoothingWork work)
{
    private SeasonalAdjustment? _adjustment;

    /// <summary>Gets the values.</summary>
    internal double[] Values => values;

    /// <summary>Gets the steps of a season; 1 for none.</summary>
    internal int Period => period;

    /// <summary>Gets whether all values are positive, so that logarithms may be taken.</summary>
    internal bool IsPositive { get; } = values.Min() > 0;

    /// <summary>Gets the room for a search of ETS.</summary>
    internal EtsSearch Ets => ets;

    /// <summary>Gets the series without its season.</summary>
    internal SeasonalAdjustment Adjustment => _adjustment ??= SeasonalAdjustment.Of(values, period);

    /// <summary>Fits one smoothing without season and with errors as amounts to a series.</summary>
    internal SmoothingFit Smooth(double[] series, TrendForm trend)
    {
        work.Load(series);
        return SmoothingSearch.Fit(new SmoothingForm(false, trend, SeasonForm.None), work, work, 1);
    }
}
