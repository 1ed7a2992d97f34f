using System.Globalization;

namespace ProdSales.Semantics;

/// <summary>Reads what a measure holds against which target, and how it is judged.</summary>
internal static class AttainmentReader
{
    /// <summary>The names of actual and target as written, and the limits.</summary>
    /// <param name="map">The mapping under <c>attainment</c>.</param>
    /// <param name="good">The good direction of the measure.</param>
    internal static (string Actual, string Target, decimal Green, decimal Amber) Read(YamlMap map, GoodDirection good)
    {
        map.Allow("actual", "target", "green", "amber");
        if (good is GoodDirection.None)
        {
            map.Refuse("actual", MeasureFaults.NoDirection());
        }

        TargetLimits usual = TargetLimits.Usual(good);
        decimal green = Limit(map, "green", usual.Green);
        decimal amber = Limit(map, "amber", usual.Amber);
        if (good is GoodDirection.Up ? amber > green : good is GoodDirection.Down && amber < green)
        {
            map.Refuse("amber", good is GoodDirection.Up ? MeasureFaults.AmberAboveGreen(Text(amber), Text(green)) : MeasureFaults.AmberBelowGreen(Text(amber), Text(green)));
        }

        return (map.Required("actual"), map.Required("target"), green, amber);
    }

    private static decimal Limit(YamlMap map, string key, decimal usual)
    {
        if (map.Optional(key) is not { } text)
        {
            return usual;
        }

        bool isNumber = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal limit) && limit > 0;
        if (!isNumber)
        {
            map.Refuse(key, MeasureFaults.LimitNotANumber(key, text));
        }

        return isNumber ? limit : usual;
    }

    private static string Text(decimal limit) => limit.ToString(CultureInfo.InvariantCulture);
}
