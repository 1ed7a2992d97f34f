namespace ProdSales.Forecasting.Preparation;

/// <summary>The codes of guards.</summary>
public static class GuardCodes
{
    /// <summary>No value of the history is known; every point is missing.</summary>
    public const string NoHistory = "no-history";

    /// <summary>Values that are infinite count as missing.</summary>
    public const string NotFinite = "not-finite";

    /// <summary>Missing values before the first known one are left out.</summary>
    public const string LeadingGap = "leading-gap";

    /// <summary>Missing values between known ones are filled from their neighbours.</summary>
    public const string GapFilled = "gap-filled";

    /// <summary>Missing values after the last known one are forecast first; the steps asked for follow them.</summary>
    public const string TrailingGap = "trailing-gap";

    /// <summary>Every known value is the same, and so is the forecast.</summary>
    public const string Constant = "constant";

    /// <summary>The history is too short to be more than carried on.</summary>
    public const string TooShort = "too-short";

    /// <summary>The history is shorter than two seasons, so the season is left out.</summary>
    public const string SeasonLeftOut = "season-left-out";

    /// <summary>Steps of a member that were not finite and took the naive value.</summary>
    public const string MemberNotFinite = "member-not-finite";

    /// <summary>Steps of a member that lay more than three ranges outside the history and were brought back.</summary>
    public const string MemberClamped = "member-clamped";

    /// <summary>Negative points of a history that was never negative, set to zero.</summary>
    public const string SetToZero = "set-to-zero";
}
