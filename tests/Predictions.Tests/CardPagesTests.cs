using System.Globalization;
using ProdSales.Predictions.Cards;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Training;
using ProdSales.Support;

namespace ProdSales.Predictions.Tests;

/// <summary>The pages of docs/models tell of the definitions as they are: who changes one trains the demo company anew and writes its page.</summary>
public sealed class CardPagesTests
{
    private static string Folder => Path.Combine(Repository.Root, "docs", "models");

    public static TheoryData<string> Predictions => [.. PredictionCatalogue.All.Select(prediction => prediction.Name)];

    [Theory]
    [MemberData(nameof(Predictions))]
    public void A_page_tells_of_the_definition_as_it_is_in_both_languages(string name)
    {
        Prediction prediction = PredictionCatalogue.Find(name)!;
        string[] page = File.ReadAllLines(Path.Combine(Folder, $"{name}.md"));

        Assert.Equal($"# {prediction.LabelIn(isChinese: false)} {prediction.LabelIn(isChinese: true)}", page[0]);
        Assert.Contains($"{prediction.Definition.Description.En} {prediction.Definition.Description.Zh}", page);
        Assert.Contains(page, line => line.Contains(prediction.Definition.NotFor.En, StringComparison.Ordinal) && line.Contains(prediction.Definition.NotFor.Zh, StringComparison.Ordinal));
        Assert.Contains(page, line => line.Contains($"`{ModelTraining.FeatureHash(prediction)}`", StringComparison.Ordinal));
        Assert.Contains(string.Join('\n', ModelCard.Features(prediction.Definition)), string.Join('\n', page), StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_a_page_for_each_prediction_and_no_other()
    {
        Assert.Equal(
            PredictionCatalogue.All.Select(prediction => string.Create(CultureInfo.InvariantCulture, $"{prediction.Name}.md")).Order(StringComparer.Ordinal),
            Directory.GetFiles(Folder, "*.md").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }
}
