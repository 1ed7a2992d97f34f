using System.Globalization;

namespace ProdSales.Export.Arrow;

/// <summary>Types in the notation of Arrow's C data interface, as the tables of its messages (Schema.fbs of Arrow's format, version 1.5).</summary>
internal static class ArrowTypes
{
    /// <summary>The number of the type in the union and its table.</summary>
    /// <exception cref="NotSupportedException">The type is none that results have.</exception>
    public static (int Kind, FlatTable Type) Of(string format) => format switch
    {
        "n" => (1, new FlatTable()),
        "c" or "s" or "i" or "l" or "C" or "S" or "I" or "L" => (2, Integer(format)),
        "f" => (3, new FlatTable().Short(0, 1)),
        "g" => (3, new FlatTable().Short(0, 2)),
        "z" => (4, new FlatTable()),
        "u" => (5, new FlatTable()),
        "b" => (6, new FlatTable()),
        "tdD" => (8, new FlatTable().Short(0, 0)),
        "ttu" => (9, new FlatTable().Short(0, 2).Int(1, 64)),
        "ttn" => (9, new FlatTable().Short(0, 3).Int(1, 64)),
        "tin" => (11, new FlatTable().Short(0, 2)),
        "+l" => (12, new FlatTable()),
        "+s" => (13, new FlatTable()),
        "+m" => (17, new FlatTable()),
        "Z" => (19, new FlatTable()),
        "U" => (20, new FlatTable()),
        "+L" => (21, new FlatTable()),
        _ => Parametrised(format),
    };

    /// <summary>A whole number: lower-case letters have a sign.</summary>
    public static FlatTable Integer(string format)
    {
        int bits = char.ToLowerInvariant(format[0]) switch { 'c' => 8, 's' => 16, 'i' => 32, _ => 64 };
        return new FlatTable().Int(0, bits).Flag(1, char.IsAsciiLetterLower(format[0]));
    }

    private static (int Kind, FlatTable Type) Parametrised(string format)
    {
        int colon = format.IndexOf(':', StringComparison.Ordinal);
        string facts = format[(colon + 1)..];
        return colon < 0 ? throw Unknown(format) : format[..colon] switch
        {
            "d" => (7, Decimal(Numbers(facts))),
            "w" => (15, new FlatTable().Int(0, Numbers(facts)[0])),
            "+w" => (16, new FlatTable().Int(0, Numbers(facts)[0])),
            "tss" => (10, Instant(0, facts)),
            "tsm" => (10, Instant(1, facts)),
            "tsu" => (10, Instant(2, facts)),
            "tsn" => (10, Instant(3, facts)),
            _ => throw Unknown(format),
        };
    }

    private static FlatTable Decimal(int[] facts) => new FlatTable().Int(0, facts[0]).Int(1, facts[1]).Int(2, facts.Length > 2 ? facts[2] : 128);

    private static FlatTable Instant(int unit, string zone)
    {
        FlatTable type = new FlatTable().Short(0, unit);
        return zone.Length == 0 ? type : type.Text(1, zone);
    }

    private static int[] Numbers(string facts) => [.. facts.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private static NotSupportedException Unknown(string format) => new($"Arrow type \"{format}\" is none that results have.");
}
