namespace ProdSales.Forecasting.Smoothing;

/// <summary>Which exponential smoothing: how errors, trend and season enter.</summary>
/// <param name="IsRelative">Whether errors are relative to the fitted value.</param>
/// <param name="Trend">The trend.</param>
/// <param name="Season">The season.</param>
internal readonly record struct SmoothingForm(bool IsRelative, TrendForm Trend, SeasonForm Season)
{
    /// <summary>How many parameters and first states are estimated, the error's variance among them.</summary>
    internal int Freedom(int period) =>
        3 + (Trend is TrendForm.None ? 0 : 2) + (Trend is TrendForm.Damped ? 1 : 0) + (Season is SeasonForm.None ? 0 : period);

    /// <summary>The usual name, as in MAdM.</summary>
    public override string ToString() =>
        $"{(IsRelative ? "M" : "A")}{Trend switch { TrendForm.None => "N", TrendForm.Linear => "A", _ => "Ad" }}{Season switch { SeasonForm.None => "N", SeasonForm.Added => "A", _ => "M" }}";
}

/// <summary>How a trend enters.</summary>
internal enum TrendForm
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>It goes on.</summary>
    Linear,

    /// <summary>It fades.</summary>
    Damped,
}

/// <summary>How a season enters.</summary>
internal enum SeasonForm
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As amounts.</summary>
    Added,

    /// <summary>As factors.</summary>
    Multiplied,
}
