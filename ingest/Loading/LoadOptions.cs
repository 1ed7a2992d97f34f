namespace ProdSales.Loading;

/// <summary>What a load may do.</summary>
public sealed record LoadOptions
{
    /// <summary>Gets the share of bad rows of a feed, from 0 to 1, above which the whole batch is refused. 0.05.</summary>
    public double RefusedShareLimit { get; init; } = 0.05;

    /// <summary>Gets the ISO 4217 code that all money is kept in; null keeps the warehouse's. It can be set while no facts are loaded.</summary>
    public string? GroupCurrency { get; init; }

    /// <summary>Gets the measures that rows may name; null lets every name pass, where nobody knows the model.</summary>
    public KnownMeasures? Measures { get; init; }

    /// <summary>Gets how many refused rows a report shows for each feed; the quarantine keeps all of them. 20.</summary>
    public int ShownRefusals { get; init; } = 20;
}
