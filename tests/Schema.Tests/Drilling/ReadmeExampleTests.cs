using System.Text.RegularExpressions;
using ProdSales.SchemaTests.Answers;
using ProdSales.Support;

namespace ProdSales.SchemaTests.Drilling;

/// <summary>The question that the README shows is answered, by one statement.</summary>
public sealed class ReadmeExampleTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void The_example_is_answered(string page)
    {
        string question = Regex.Match(File.ReadAllText(Repository.PathOf(page)), "```graphql\n(?<it>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["it"].Value;

        Assert.Contains("total", plant.Data(question), StringComparison.Ordinal);
        Assert.Single(plant.Heard(question));
    }
}
