namespace ProdSales.GraphQL.Types.Scalars;

/// <summary>One input value, the same whether it came as a literal or as a variable's JSON.</summary>
/// <param name="Kind">What it was written as.</param>
/// <param name="Text">The number's digits, the string's text, <c>true</c> or <c>false</c>, the enum's name; empty for lists and objects.</param>
/// <param name="Shown">The value as error messages show it.</param>
/// <param name="IsLiteral">Whether it stood in the document rather than in the variables.</param>
/// <param name="Structure">The .NET form of any kind: text, numbers, lists and dictionaries; for scalars that take structures.</param>
public readonly record struct ScalarInput(ScalarInputKind Kind, string Text, string Shown, bool IsLiteral, object? Structure);
