namespace ProdSales.GraphQL.Language.Parsing;

/// <summary>Unwinds the parser; caught by <see cref="DocumentParser"/> and never seen outside.</summary>
internal sealed class SyntaxException(string code, string message, int offset) : Exception(message)
{
    public string Code { get; } = code;

    public int Offset { get; } = offset;
}
