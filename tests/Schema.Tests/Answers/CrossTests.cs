using System.Text.Json.Nodes;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Answers;

/// <summary>Two measures held against each other over GraphQL.</summary>
public sealed class CrossTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    private const string Span = "period: { from: \"2024-01-01\", to: \"2025-09-30\" }";

    [Fact]
    public void The_model_tells_its_crosses_in_both_languages()
    {
        JsonArray crosses = plant.Ask("{ crosses { name english: label(language: EN) chinese: label description x y control by step } }")["data"]!["crosses"]!.AsArray();

        Assert.Equal(["FORECAST_AND_ATTAINMENT", "FAILURES_AND_SATISFACTION"], crosses.Select(cross => cross!["name"]!.GetValue<string>()));
        Assert.Equal("故障率与客户满意度", crosses[1]!["chinese"]!.GetValue<string>());
        Assert.Equal("Failure rate and satisfaction", crosses[1]!["english"]!.GetValue<string>());
    }

    [Fact]
    public void A_source_that_was_never_loaded_is_said_by_name()
    {
        using ServedPlant without = new("DELETE FROM fact_device_month");
        string text = without.Text($"{{ cross(name: FAILURES_AND_SATISFACTION, {Span}) {{ verdict }} }}");

        Assert.Equal("not-connected", CodeOf(text));
        Assert.Equal("fact_device_month", JsonNode.Parse(text)!["errors"]![0]!["extensions"]!["source"]!.GetValue<string>());
    }

    [Fact]
    public void A_cross_answers_with_its_cells_and_what_they_say()
    {
        JsonNode cross = plant.Ask($$"""
            { cross(name: FORECAST_AND_ATTAINMENT, {{Span}}, lag: 1) { definition { name } by verdict overall { cells correlation low high } within { cells } partial { cells } incomplete
              cells(first: 3) { id name step x y control } sql } }
            """)["data"]!["cross"]!;

        Assert.Equal("PRODUCT_LINE", cross["by"]!.GetValue<string>());
        Assert.Null(cross["partial"]);
        Assert.Equal(2, cross["sql"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("lag: 13", "lag-out-of-range")]
    [InlineData("by: CUSTOMER", "dimension-not-crossed")]
    public void What_cannot_be_asked_is_refused(string argument, string code) =>
        Assert.Equal(code, CodeOf(plant.Text($"{{ cross(name: FORECAST_AND_ATTAINMENT, {Span}, {argument}) {{ verdict }} }}")));

    [Fact]
    public void Under_a_scope_that_its_rows_cannot_be_told_apart_by_a_cross_is_refused()
    {
        SecurityScope scope = SecurityScope.Of(
            ModelReader.Shipped, new Principal(["regional_manager"], new Dictionary<string, IReadOnlyList<string>> { ["region"] = ["华东"] })).Scope!;

        Assert.Equal("scope-not-reached", CodeOf(plant.Text($"{{ cross(name: FORECAST_AND_ATTAINMENT, {Span}) {{ verdict }} }}", scope: scope)));
    }

    private static string CodeOf(string text) =>
        JsonNode.Parse(text)!["errors"] is JsonArray errors ? Assert.Single(errors)!["extensions"]!["code"]!.GetValue<string>() : "ok";
}
