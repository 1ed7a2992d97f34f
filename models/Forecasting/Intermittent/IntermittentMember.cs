using ProdSales.Forecasting.Members;

namespace ProdSales.Forecasting.Intermittent;

/// <summary>The demand rate by <see cref="DemandRate"/>, the same for every step.</summary>
internal sealed class IntermittentMember : IMember
{
    /// <inheritdoc/>
    public string Name => "demand-rate";

    /// <inheritdoc/>
    public void Forecast(MemberInput input, Span<double> points) => points.Fill(DemandRate.Tsb(input.Values, 0.1, 0.05));
}
