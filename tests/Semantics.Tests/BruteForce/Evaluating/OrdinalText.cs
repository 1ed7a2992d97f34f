namespace ProdSales.SemanticsTests.BruteForce.Evaluating;

/// <summary>A text that is ordered by its characters alone, as the warehouse orders texts.</summary>
internal sealed record OrdinalText(string Value) : IComparable
{
    public int CompareTo(object? obj) => string.CompareOrdinal(Value, ((OrdinalText)obj!).Value);

    public static bool operator <(OrdinalText left, OrdinalText right) => left.CompareTo(right) < 0;

    public static bool operator <=(OrdinalText left, OrdinalText right) => left.CompareTo(right) <= 0;

    public static bool operator >(OrdinalText left, OrdinalText right) => left.CompareTo(right) > 0;

    public static bool operator >=(OrdinalText left, OrdinalText right) => left.CompareTo(right) >= 0;
}
