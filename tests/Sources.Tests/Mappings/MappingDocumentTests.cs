using System.Reflection;
using ProdSales.Sources.Mappings;
using ProdSales.Support;

namespace ProdSales.Sources.Tests.Mappings;

/// <summary>docs/mappings.md names every key and every code.</summary>
public sealed class MappingDocumentTests
{
    private static readonly string Document = File.ReadAllText(Repository.PathOf("docs", "mappings.md"));

    [Theory]
    [InlineData(typeof(RowDefectCodes))]
    [InlineData(typeof(MappingProblemCodes))]
    public void Every_code_is_explained(Type codes)
    {
        IEnumerable<string> values = codes.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Empty(values.Where(code => !Document.Contains($"`{code}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_shipped_mapping_is_named() =>
        Assert.Empty(ShippedMappings.Names.Where(name => !Document.Contains($"**{name}**", StringComparison.Ordinal)));

    [Fact]
    public void The_first_mapping_of_the_document_is_well_formed()
    {
        using MappingRoom room = new();
        string yaml = Document.Split("```yaml\n")[1].Split("```")[0];

        Assert.All(room.Check(yaml).Problems, problem => Assert.Equal("file-missing", problem.Code));
    }
}
