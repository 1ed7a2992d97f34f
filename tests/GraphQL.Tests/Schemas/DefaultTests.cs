using ProdSales.GraphQL.Types.Sdl;

namespace ProdSales.GraphQL.Tests.Schemas;

/// <summary>What the edition of September 2025 asks of defaults, and graphql-js 16 does not yet.</summary>
public sealed class DefaultTests
{
    [Theory]
    [InlineData("input A { a: A = {} }", "The defaults of input object A lead back to themselves.")]
    [InlineData("input A { b: B = {} } input B { a: A = {} }", "The defaults of input object A lead back to themselves.")]
    [InlineData("input A { a: [A] = [{}] }", "The defaults of input object A lead back to themselves.")]
    [InlineData("input A { n: Int = \"x\" }", "The default of A.n, \"x\", is not a Int.")]
    [InlineData("input A { b: B = {m: 1} } input B { n: Int }", "The default of A.b, {m: 1}, is not a B.")]
    [InlineData("directive @d(n: Int! = null) on FIELD", "The default of @d(n:), null, is not a Int!.")]
    public void A_default_that_cannot_be_is_refused(string types, string message)
        => Assert.Contains(message, SchemaReading.Of($"type Query {{ n: Int }} {types}").Errors.Select(error => error.Message));

    [Theory]
    [InlineData("input A { a: A }")]
    [InlineData("input A { a: A = null }")]
    [InlineData("input A { a: A = { a: null } }")]
    [InlineData("input A { b: B = {} } input B { a: A = { b: null } }")]
    public void A_default_that_ends_is_none(string types) => Assert.Empty(SchemaReading.Of($"type Query {{ n: Int }} {types}").Errors);
}
