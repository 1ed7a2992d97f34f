namespace ProdSales.Forecasting.Members;

/// <summary>One way to forecast a series.</summary>
internal interface IMember
{
    /// <summary>Gets its name in kebab case.</summary>
    string Name { get; }

    /// <summary>Forecasts; points may come out not finite, which a guard mends.</summary>
    /// <param name="input">At least four values.</param>
    /// <param name="points">Takes the forecast of the steps that follow.</param>
    void Forecast(MemberInput input, Span<double> points);
}
