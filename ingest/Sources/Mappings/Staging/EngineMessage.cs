using System.Text.RegularExpressions;
using ProdSales.Warehouse;

namespace ProdSales.Sources.Mappings.Staging;

/// <summary>Takes out of the engine's error text what an author of a mapping can use.</summary>
internal static partial class EngineMessage
{
    /// <summary>Returns the first sentence without the engine's prefix, position and repeated statement.</summary>
    internal static string Of(WarehouseException exception)
    {
        string first = exception.Message.Split('\n')[0].Trim();
        return Prefix().Replace(first, "").TrimEnd('.', '!', ' ');
    }

    /// <summary>Returns the name of the column that the engine did not find; null when something else is wrong.</summary>
    internal static string? MissingColumn(WarehouseException exception) =>
        Column().Match(exception.Message) is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex(@"^(Invalid Input|Binder|Parser|Catalog|Conversion|Out of Range|Not implemented) Error: ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"(Referenced column|does not have a column named) ""(?<name>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Column();
}
