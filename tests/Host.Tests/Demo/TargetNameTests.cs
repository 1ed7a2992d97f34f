using ProdSales.Feeds;
using ProdSales.Semantics;
using ProdSales.Simulation;

namespace ProdSales.Host.Tests.Demo;

/// <summary>The demo company's targets speak of measures as the semantic model names them, so that attainment joins by name.</summary>
public sealed class TargetNameTests
{
    [Fact]
    public void Every_target_names_a_measure_of_the_semantic_model()
    {
        HashSet<string> measures = [.. TargetNames.Of(ModelReader.Shipped).Select(named => named.Name)];
        string[] named = [.. new DemoCompany(new DemoOptions { Scale = 0.004, Years = 1 }).Rows<Target>().Select(target => target.Measure).Distinct()];

        Assert.True(named.Length > 3, string.Join(", ", named));
        Assert.Empty(named.Except(measures, StringComparer.Ordinal));
    }
}
