using System.Globalization;
using ProdSales.Native.Shapes;

namespace ProdSales.Warehouse.Values;

/// <summary>Writes days and numbers into the text of a statement, so that the engine reads the same value of the same type as if it were bound.</summary>
/// <remarks>Text is never written: what a caller says must not become a part of a statement, however well it is quoted.</remarks>
internal static class WrittenValues
{
    /// <summary>The value in SQL; null where it can only be bound.</summary>
    public static string? Of(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        short number => Cast(number.ToString(CultureInfo.InvariantCulture), "SMALLINT"),
        int number => Cast(number.ToString(CultureInfo.InvariantCulture), "INTEGER"),
        long number => Cast(number.ToString(CultureInfo.InvariantCulture), "BIGINT"),
        double number when double.IsFinite(number) => Cast(number.ToString("R", CultureInfo.InvariantCulture), "DOUBLE"),
        decimal number when Decimals.ToNative(number) is NativeDecimal digits => Cast(number.ToString(CultureInfo.InvariantCulture), $"DECIMAL({digits.Width},{digits.Scale})"),
        DateOnly date => $"DATE '{date:yyyy-MM-dd}'",
        _ => null,
    };

    private static string Cast(string digits, string type) => $"CAST('{digits}' AS {type})";
}
