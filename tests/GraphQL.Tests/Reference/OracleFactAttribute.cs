namespace ProdSales.GraphQL.Tests.Reference;

/// <summary>A test that needs the reference implementation under Node.</summary>
public sealed class OracleFactAttribute : FactAttribute
{
    public OracleFactAttribute() => Skip = NodeOracle.WhyAbsent;
}
