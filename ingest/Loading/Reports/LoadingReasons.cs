namespace ProdSales.Loading.Reports;

/// <summary>Why loading itself refuses a row that its mapping found good. The codes are stable: quarantine and the cockpit's messages are keyed by them.</summary>
public static class LoadingReasons
{
    /// <summary>The business date lies outside the calendar, 1990-01-01 to 2059-12-31.</summary>
    public const string DateOutsideCalendar = "date-outside-calendar";

    /// <summary>A value is missing that another column of the row asks for, as the day on which a deal was won.</summary>
    public const string MissingBesideAnother = "missing-beside-another";

    /// <summary>The day or instant lies before another of the row that must come first, as a deal that was closed before it was created.</summary>
    public const string BeforeAnother = "before-another";

    /// <summary>The name is that of no measure for which there can be targets.</summary>
    public const string UnknownMeasure = "unknown-measure";

    /// <summary>There is a currency beside a measure that is no money.</summary>
    public const string CurrencyWithoutMoney = "currency-without-money";

    /// <summary>The feed has no exchange rate, so its amounts must be in the group currency, and they are not.</summary>
    public const string CurrencyNotGroup = "currency-not-group";

    /// <summary>The amounts are in another currency than the group's and no rate says what they are worth.</summary>
    public const string ExchangeRateMissing = "exchange-rate-missing";

    /// <summary>The rate is not above 0 and below 1e8.</summary>
    public const string ExchangeRateOutOfRange = "exchange-rate-out-of-range";

    /// <summary>The row is in the group currency and has another rate than 1.</summary>
    public const string ExchangeRateNotOne = "exchange-rate-not-one";

    /// <summary>The amount is 1e14 or more in the group currency, which no column holds.</summary>
    public const string AmountTooLarge = "amount-too-large";

    /// <summary>Another row of the same id and version says something else, and nobody can tell which is right.</summary>
    public const string VersionContradicts = "version-contradicts";
}
