using ProdSales.Semantics;
using ProdSales.Support;

namespace ProdSales.SemanticsTests.Reading;

/// <summary>A folder is read as it stands; what cannot be read is told, and is no reason to fail.</summary>
public sealed class ModelFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_of_folders_inside_are_read_in_the_order_of_their_names_and_hidden_ones_passed_over()
    {
        Directory.CreateDirectory(_folder.File("inside"));
        Directory.CreateDirectory(_folder.File(".git"));
        File.WriteAllText(_folder.File("b.yml"), "b");
        File.WriteAllText(_folder.File("inside/a.yaml"), "a");
        File.WriteAllText(_folder.File("c.txt"), "c");
        File.WriteAllText(_folder.File(".d.yaml"), "d");
        File.WriteAllText(_folder.File(".git/e.yaml"), "e");

        Assert.Equal([("b.yml", "b"), ("inside/a.yaml", "a")], ModelFolder.Read(_folder.Path).Files.Select(file => (file.Name, file.Text)));
    }

    [Fact]
    public void A_file_that_is_too_large_or_no_text_is_a_defect()
    {
        File.WriteAllBytes(_folder.File("a.yaml"), [0xC3, 0x28]);
        File.WriteAllText(_folder.File("b.yaml"), new string(' ', ModelFolder.MostBytes + 1));

        Assert.Equal(
            [(_folder.File("a.yaml"), "file-unreadable"), (_folder.File("b.yaml"), "file-unreadable")],
            ModelFolder.Read(_folder.Path).Defects.Select(defect => (defect.Place.File, defect.Code)));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_defect() => Assert.Equal("file-unreadable", Assert.Single(ModelFolder.Read(_folder.File("nowhere")).Defects).Code);

    [Fact]
    public void Two_readings_are_the_same_as_long_as_no_text_has_changed()
    {
        File.WriteAllText(_folder.File("a.yaml"), "a");
        ModelFolder before = ModelFolder.Read(_folder.Path);
        File.WriteAllText(_folder.File("a.yaml"), "a");
        ModelFolder same = ModelFolder.Read(_folder.Path);
        File.WriteAllText(_folder.File("a.yaml"), "b");

        Assert.True(before.SaysTheSameAs(same));
        Assert.False(before.SaysTheSameAs(ModelFolder.Read(_folder.Path)));
    }

    [Fact]
    public void An_empty_folder_gives_what_the_product_ships() => Assert.Equal(ModelReader.Shipped.Version, ModelFolder.Read(_folder.Path).Compile().Model.Version);
}
