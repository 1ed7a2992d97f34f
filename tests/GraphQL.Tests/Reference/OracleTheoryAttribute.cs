namespace ProdSales.GraphQL.Tests.Reference;

/// <summary>A test with cases that needs the reference implementation under Node.</summary>
public sealed class OracleTheoryAttribute : TheoryAttribute
{
    public OracleTheoryAttribute() => Skip = NodeOracle.WhyAbsent;
}
