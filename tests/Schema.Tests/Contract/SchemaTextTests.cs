using ProdSales.Schema;
using ProdSales.Semantics;
using ProdSales.Support;

namespace ProdSales.SchemaTests.Contract;

/// <summary>The contract that the cockpit and every other client read is the one that the model gives.</summary>
public sealed class SchemaTextTests
{
    [Fact]
    public void The_contract_in_the_tree_is_what_the_model_gives() =>
        GoldenFile.Holds(Repository.PathOf("api", "Schema", "schema.graphql"), SchemaText.Of(ModelReader.Shipped));
}
