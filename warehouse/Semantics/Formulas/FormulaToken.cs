namespace ProdSales.Semantics;

/// <summary>A word of a formula.</summary>
/// <param name="Kind">What kind of word.</param>
/// <param name="Text">The word as written.</param>
internal readonly record struct FormulaToken(FormulaTokenKind Kind, string Text);

/// <summary>Kinds of word.</summary>
internal enum FormulaTokenKind
{
    Name,
    Number,
    Text,
    Parameter,
    Symbol,
}
