using ProdSales.Sources.Mappings;

namespace ProdSales.Sources.Tests.Mappings.Shipped;

/// <summary>The list of mappings that come with the product.</summary>
public sealed class ShippedMappingTests : IDisposable
{
    private readonly MappingRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public void The_four_known_systems_are_there_and_others_are_not()
    {
        Assert.Equal(["adventureworks", "crm-sales-opportunities", "helpdesk", "northwind"], ShippedMappings.Names);
        Assert.Null(ShippedMappings.Find("sap"));
    }

    [Theory]
    [InlineData("adventureworks")]
    [InlineData("crm-sales-opportunities")]
    [InlineData("helpdesk")]
    [InlineData("northwind")]
    public void In_an_empty_folder_a_shipped_mapping_lacks_its_files_and_nothing_else(string name)
    {
        MappingCheck check = ShippedMappings.Find(name)!.Check(_room.Staging, _room.Folder);

        Assert.NotEmpty(check.Problems);
        Assert.All(check.Problems, problem => Assert.Equal("file-missing", problem.Code));
    }
}
