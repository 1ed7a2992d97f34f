namespace ProdSales.Feeds;

/// <summary>The units that feed columns are measured in.</summary>
public static class Units
{
    /// <summary>An amount of the row's own currency, DECIMAL(18,4).</summary>
    public const string Money = "money";

    /// <summary>A quantity in the product's unit of measure, DECIMAL(18,4).</summary>
    public const string Quantity = "quantity";

    /// <summary>Minutes, fractions allowed.</summary>
    public const string Minutes = "min";

    /// <summary>Hours, fractions allowed.</summary>
    public const string Hours = "h";

    /// <summary>Calendar days.</summary>
    public const string Days = "day";

    /// <summary>A share from 0 to 1, never a percentage.</summary>
    public const string Ratio = "ratio";

    /// <summary>A count of things.</summary>
    public const string Count = "count";

    /// <summary>The unit of a device's signal, which the row names.</summary>
    public const string Signal = "unit of the signal";

    /// <summary>The unit of the measure that the row names.</summary>
    public const string MeasureUnit = "unit of the measure";

    /// <summary>Units of the group currency for one unit of the row's currency.</summary>
    public const string ExchangeRate = "group currency per unit";

    /// <summary>Logarithm of the odds.</summary>
    public const string LogOdds = "log-odds";
}
