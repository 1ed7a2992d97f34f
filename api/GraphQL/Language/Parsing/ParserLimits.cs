namespace ProdSales.GraphQL.Language.Parsing;

/// <summary>What a document may cost before it is understood.</summary>
/// <param name="Depth">Nested selection sets, lists, objects and list types, counted together.</param>
/// <param name="Tokens">Tokens of the document, ignored ones not counted.</param>
/// <param name="Bytes">UTF-8 bytes, so that ignored tokens are bounded too.</param>
/// <param name="StringBytes">UTF-8 bytes of one string literal.</param>
/// <param name="NumberBytes">Characters of one number literal.</param>
internal sealed record ParserLimits(int Depth = 64, int Tokens = 10_000, int Bytes = 256 * 1024, int StringBytes = 64 * 1024, int NumberBytes = 64)
{
    /// <summary>The limits for documents from strangers.</summary>
    public static ParserLimits Default { get; } = new();

    /// <summary>The limits for schema text that the program itself brings: only the depth that guards the stack.</summary>
    public static ParserLimits Trusted { get; } = new(200, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);
}
