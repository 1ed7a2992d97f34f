using ProdSales.Semantics;
using ProdSales.Support;

namespace ProdSales.SemanticsTests.Documentation;

/// <summary>The page of measures says what the model says; run with UPDATE_GOLDEN=1 to write it anew.</summary>
public sealed class MetricsPageTests
{
    [Fact]
    public void The_page_of_measures_is_current() =>
        GoldenFile.Holds(Repository.PathOf("docs", "metrics.md"), MetricsPage.Of(ModelReader.Shipped));
}
