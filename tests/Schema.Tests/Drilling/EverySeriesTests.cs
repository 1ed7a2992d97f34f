using System.Text.Json.Nodes;
using ProdSales.SchemaTests.Answers;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Drilling;

/// <summary>Every measure can be asked as a series with its gaps, beside several comparisons by name, and beside its target.</summary>
public sealed class EverySeriesTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    private const string Span = "period: { from: \"2024-11-01\", to: \"2025-04-30\" }, asOf: \"2026-01-01\"";

    [Fact]
    public void Each_measure_is_a_series_of_every_step_with_comparisons_beside()
    {
        foreach (Subject subject in ModelReader.Shipped.Subjects)
        {
            string measures = string.Join(' ', subject.Measures.SelectMany(measure => measure.Attainment is null ? [Names.Camel(measure.Name)] : (string[])[Names.Camel(measure.Name), $"{Names.Camel(measure.Name)}Status"]));
            JsonNode answer = plant.Ask($"{{ it: {Names.Camel(subject.Name)}({Span}) {{ total {{ {measures} }} overTime(grain: MONTH, everyStep: true) {{ period {measures} last: compare(to: SAME_PERIOD_LAST_YEAR) {{ {measures} }} before: compare(to: PREVIOUS_PERIOD) {{ {measures} }} }} }} }}");

            Assert.True(answer["errors"] is null, $"{subject.Name}: {answer["errors"]?.ToJsonString()}");
            JsonArray steps = answer["data"]!["it"]!["overTime"]!.AsArray();
            Assert.Equal(["2024-11-01", "2024-12-01", "2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01"], steps.Select(step => step!["period"]!.GetValue<string>()));
            foreach (Measure measure in subject.Measures.Where(measure => measure.Additivity is Additivity.Additive && measure.Per.Count == 0))
            {
                string name = Names.Camel(measure.Name);
                decimal whole = answer["data"]!["it"]!["total"]?[name]?.GetValue<decimal>() ?? 0;
                Assert.Equal(whole, steps.Sum(step => step![name]?.GetValue<decimal>() ?? 0), 3);
            }
        }
    }
}
