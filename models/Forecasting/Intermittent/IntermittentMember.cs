using ProdSales.Forecasting.Members;

namespace ProdSales.Forecasting.Intermittent;

/// <summary>The decayed mean of seldom demand, the same for every step: on origins inside training parts better than Croston's method and its kin, which learn nothing from waiting or little.</summary>
internal sealed class IntermittentMember : IMember
{
    private const double Decay = 0.85;

    /// <inheritdoc/>
    public string Name => "decayed-mean";

    /// <inheritdoc/>
    public void Forecast(MemberInput input, Span<double> points) => points.Fill(DemandRate.DecayedMean(input.Values, Decay));
}
