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
            map.Refuse("actual", ModelDefectCodes.TargetUnclear, "A measure that is held against a target must say by \"good\" whether more or less of it is better.");
        }

        TargetLimits usual = TargetLimits.Usual(good);
        decimal green = Limit(map, "green", usual.Green);
        decimal amber = Limit(map, "amber", usual.Amber);
        if (good is GoodDirection.Up ? amber > green : good is GoodDirection.Down && amber < green)
        {
            map.Refuse("amber", ModelDefectCodes.TargetUnclear, $"\"amber: {Text(amber)}\" must be {(good is GoodDirection.Up ? "at most" : "at least")} \"green: {Text(green)}\".");
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
            map.Refuse(key, ModelDefectCodes.ValueNotAllowed, $"\"{key}: {text}\" must be a number above 0, as a share of the target.");
        }

        return isNumber ? limit : usual;
    }

    private static string Text(decimal limit) => limit.ToString(CultureInfo.InvariantCulture);
}
