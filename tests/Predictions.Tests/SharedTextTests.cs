using ProdSales.Predictions.Definition;

namespace ProdSales.Predictions.Tests;

/// <summary>What stands in several queries of a definition is written once.</summary>
public sealed class SharedTextTests
{
    private static PredictionDefinition Lapse => PredictionCatalogue.Find("lapse_90")!.Definition;

    [Fact]
    public void What_an_order_is_stands_once_and_is_the_same_in_the_frame_and_in_the_histories()
    {
        string line = Lapse.Shared["line"];

        Assert.Contains("l.quantity >= 0 AS is_order", line, StringComparison.Ordinal);
        Assert.All([Lapse.Frame, Lapse.WithoutOutcomes!.Histories], query => Assert.Equal(["", line], [query[..4].Replace("WITH", "", StringComparison.Ordinal), query[5..(5 + line.Length)]]));
        Assert.DoesNotContain("{{", Lapse.Frame + Lapse.WithoutOutcomes!.Histories, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_not_there_is_refused_by_name()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => PredictionCatalogue.Whole(Lapse with { Frame = "WITH {{lines}} SELECT 1" }));

        Assert.Equal("A query of lapse names the shared text 'lines'; there are: line.", error.Message);
    }
}
