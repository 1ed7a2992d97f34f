using ProdSales.Schema;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Contract;

/// <summary>Names of users that the contract could not tell apart from others are refused before it is made.</summary>
public sealed class ContractCheckTests
{
    [Fact]
    public void The_shipped_model_has_none() => Assert.Empty(ContractCheck.Defects(ModelReader.Shipped));

    [Theory]
    [InlineData("explain", "number")]
    [InlineData("members", "number")]
    [InlineData("sales_cut", "number")]
    [InlineData("string", "number")]
    [InlineData("cross_relation", "number")]
    [InlineData("order__intake", "number")]
    [InlineData("mine", "by_region")]
    [InlineData("mine", "over_time")]
    [InlineData("mine", "compare")]
    [InlineData("mine", "customer__id")]
    public void A_name_that_would_stand_twice_is_the_users_fault(string subject, string measure)
    {
        string text =
            $$"""
            subject: {{subject}}
            label: { zh-CN: 我的, en: Mine }
            description: { zh-CN: 我的, en: Mine. }
            measures:
              - name: {{measure}}
                fact: sales_order_line
                label: { zh-CN: 数, en: Number }
                description: { zh-CN: 数, en: Number. }
                unit: count
                good: none
                formula: count(*) filter (where quantity > 3)
            """;
        ModelCompilation compilation = ModelReader.Compile([.. ModelFile.Shipped, new ModelFile("a.yaml", text) { Folder = "mine" }]);

        Assert.All(ContractCheck.Defects(compilation.Model), defect => Assert.True(defect is { Code: "contract-name-taken", Place.IsUsers: true }));
        Assert.NotEmpty(ContractCheck.Defects(compilation.Model));
    }

    [Fact]
    public void A_label_may_hold_anything()
    {
        string text =
            """
            subject: mine
            label: { zh-CN: "我\"的", en: "Mine \"quoted\"\n\\ \"\"\" }" }
            description: { zh-CN: "我的", en: "Mine\tand\r\nyours" }
            measures: [{ name: revenue, measure: sales.revenue, label: { zh-CN: "\"", en: "\\\"" } }]
            """;
        SemanticModel model = ModelReader.Compile([.. ModelFile.Shipped, new ModelFile("a.yaml", text) { Folder = "mine" }]).Model;

        Assert.Empty(ContractCheck.Defects(model));
        Assert.Contains("mine(", new GraphQL.Types.Building.SchemaBuilder().AddSdl(SchemaText.Of(model)).Build().ToSdl(), StringComparison.Ordinal);
    }
}
