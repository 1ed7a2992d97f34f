namespace ProdSales.Sources.Mappings;

/// <summary>Why a value of a row is bad. The codes are stable: quarantine and the cockpit's messages are keyed by them.</summary>
public static class RowDefectCodes
{
    /// <summary>A required value is missing; a blank text is.</summary>
    public const string MissingValue = "missing-value";

    /// <summary>The mapping's expression failed on this row, as a CAST does; the value shown is the expression.</summary>
    public const string ExpressionFailed = "expression-failed";

    /// <summary>The value map does not name the value, and says <c>else: error</c>.</summary>
    public const string NotInMap = "not-in-map";

    /// <summary>The feed allows other texts only.</summary>
    public const string ValueNotAllowed = "value-not-allowed";

    /// <summary>The text has more than 4,000 characters.</summary>
    public const string TextTooLong = "text-too-long";

    /// <summary>The text is no number.</summary>
    public const string NotANumber = "not-a-number";

    /// <summary>The number has marks between groups of three digits; the mapping can say so by <c>thousands</c>.</summary>
    public const string ThousandsSeparator = "thousands-separator";

    /// <summary>The number has a comma for its decimal point; the mapping can say so by <c>decimal</c>.</summary>
    public const string DecimalComma = "decimal-comma";

    /// <summary>The number is infinite, or none (NaN).</summary>
    public const string NotFinite = "not-finite";

    /// <summary>A whole number has a fraction.</summary>
    public const string NotWhole = "not-whole";

    /// <summary>The number has more decimals than a feed keeps, and they are not zero.</summary>
    public const string TooManyDecimals = "too-many-decimals";

    /// <summary>The number has more digits than a feed keeps.</summary>
    public const string NumberTooLarge = "number-too-large";

    /// <summary>The number is below what the feed allows.</summary>
    public const string BelowMinimum = "below-minimum";

    /// <summary>The number is above what the feed allows.</summary>
    public const string AboveMaximum = "above-maximum";

    /// <summary>The value is neither true nor false.</summary>
    public const string NotABoolean = "not-a-boolean";

    /// <summary>The text is no date.</summary>
    public const string NotADate = "not-a-date";

    /// <summary>The text is no instant.</summary>
    public const string NotAnInstant = "not-an-instant";

    /// <summary>The date is written in another form; the mapping can say it by <c>format</c>.</summary>
    public const string DateFormat = "date-format";

    /// <summary>The calendar or the clock has no such date, as the 30th of February.</summary>
    public const string NoSuchDate = "no-such-date";

    /// <summary>The date lies before 1800 or after 2199.</summary>
    public const string DateOutOfRange = "date-out-of-range";
}
