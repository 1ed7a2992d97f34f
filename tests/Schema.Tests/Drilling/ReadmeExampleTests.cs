using System.Text.RegularExpressions;
using ProdSales.SchemaTests.Answers;
using ProdSales.Support;

namespace ProdSales.SchemaTests.Drilling;

/// <summary>The questions that the README shows are answered.</summary>
public sealed class ReadmeExampleTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void The_examples_are_answered_and_a_drill_down_is_one_statement(string page)
    {
        string[] questions = [.. Regex.Matches(File.ReadAllText(Repository.PathOf(page)), "```graphql\n(?<it>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(block => block.Groups["it"].Value)];

        Assert.Equal(4, questions.Length);
        Assert.All(questions, question => Assert.NotEqual("{}", plant.Data(question)));
        Assert.Contains("total", plant.Data(questions[0]), StringComparison.Ordinal);
        Assert.Single(plant.Heard(questions[0]));
    }
}
