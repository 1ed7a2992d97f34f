using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Language.Parsing;

/// <summary>Reads documents: operations and fragments, or the schema language.</summary>
internal static class DocumentParser
{
    /// <summary>Reads a document, or says where it stops being one; exactly one of the two results is null.</summary>
    public static (DocumentNode? Document, GraphQLError? Error) Parse(SourceText source, ParserLimits limits)
    {
        if (source.Utf8.Length > limits.Bytes)
        {
            return (null, new GraphQLError(ErrorCodes.LimitExceeded, $"Document is {source.Utf8.Length} bytes long; at most {limits.Bytes} are allowed."));
        }

        try
        {
            return (new Parser(source, limits).Document(), null);
        }
        catch (SyntaxException refusal)
        {
            GraphQLError error = new(refusal.Code, $"Syntax Error: {refusal.Message}") { Locations = [source.LocationOf(refusal.Offset)] };
            return (null, error);
        }
    }

    /// <summary>Reads one type reference, for example <c>[Int!]!</c>, as the schema builder's callers write it.</summary>
    /// <exception cref="ArgumentException">The text is not a type reference.</exception>
    public static TypeNode ParseType(string text)
    {
        try
        {
            return new Parser(SourceText.Of(text), ParserLimits.Trusted).SingleType();
        }
        catch (SyntaxException refusal)
        {
            throw new ArgumentException($"\"{text}\" is not a type reference: {refusal.Message}", nameof(text), refusal);
        }
    }

    /// <summary>Reads one literal without variables.</summary>
    /// <exception cref="ArgumentException">The text is not a literal.</exception>
    public static ValueNode ParseLiteral(string text)
    {
        try
        {
            return new Parser(SourceText.Of(text), ParserLimits.Trusted).SingleLiteral();
        }
        catch (SyntaxException refusal)
        {
            throw new ArgumentException($"\"{text}\" is not a literal: {refusal.Message}", nameof(text), refusal);
        }
    }
}
