namespace ProdSales.Warehouse.Arrow;

/// <summary>A field of a result in Arrow's terms.</summary>
/// <param name="Name">The name; empty for elements of lists.</param>
/// <param name="Format">
/// The type in the notation of Arrow's C data interface: <c>l</c> is a 64-bit integer, <c>g</c> a double, <c>u</c> text, <c>tdD</c> a day, <c>d:18,4</c> a decimal, <c>+l</c> a list.
/// For a dictionary it is the type of the codes.
/// </param>
/// <param name="IsNullable">Whether values may be null.</param>
/// <param name="Children">The fields inside a list, map or struct; empty for others.</param>
/// <param name="Dictionary">The field of the values that codes stand for; null where the values themselves are there.</param>
public sealed record ArrowField(string Name, string Format, bool IsNullable, IReadOnlyList<ArrowField> Children, ArrowField? Dictionary);
