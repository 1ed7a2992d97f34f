using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Answers;

/// <summary>What every subject and every dimension answers, whatever rows stand behind it.</summary>
public sealed class EverySubjectTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    [Fact]
    public void Every_subject_tells_the_days_on_record()
    {
        string[] names = [.. ModelReader.Shipped.Subjects.Select(subject => Camel(subject.Name))];

        Assert.All(names.Chunk(20), some => plant.Data($$"""{ {{string.Join(' ', some.Select(name => $"{name}(period: {{ from: \"2025-01-01\", to: \"2025-06-30\" }}) {{ firstDate lastDate }}"))}} }"""));
    }

    [Fact]
    public void Every_dimension_tells_its_members()
    {
        string[] names = [.. ModelReader.Shipped.Dimensions.Where(dimension => ModelReader.Shipped.Subjects.Any(subject => subject.Dimension(dimension.Name) is not null)).Select(dimension => dimension.Name)];

        Assert.All(names.Chunk(20), some => plant.Data($$"""{ {{string.Join(' ', some.Select(name => $"{name}: members(dimension: {name.ToUpperInvariant()}) {{ name }}"))}} }"""));
    }

    private static string Camel(string name) => string.Concat(name.Split('_').Select((word, index) => index == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
