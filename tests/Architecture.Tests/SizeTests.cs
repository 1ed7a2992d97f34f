using ProdSales.Support;

namespace ProdSales.Architecture.Tests;

/// <summary>Holds the sizes of the house: when one is passed, the design is asking for something.</summary>
public sealed class SizeTests
{
    private const int LineLimit = 400;
    private const int FolderLimit = 15;

    [Fact]
    public void No_code_file_is_longer_than_400_lines()
    {
        string[] tooLong =
        [
            .. CodeTree.CodeFiles()
                .Select(path => (path, lines: File.ReadLines(Repository.PathOf(path)).Count()))
                .Where(file => file.lines > LineLimit)
                .Select(file => $"{file.path}: {file.lines} lines"),
        ];

        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_folder_holds_more_than_15_code_files()
    {
        string[] tooFull =
        [
            .. CodeTree.CodeFiles()
                .GroupBy(path => Path.GetDirectoryName(path))
                .Where(folder => folder.Count() > FolderLimit)
                .Select(folder => $"{folder.Key}: {folder.Count()} code files"),
        ];

        Assert.Empty(tooFull);
    }

    [Fact]
    public void The_top_level_holds_only_the_steps_of_the_flow()
    {
        string[] allowed = ["ingest", "warehouse", "models", "api", "cockpit-web", "tests", "bench", "docs"];
        string[] actual = [.. CodeTree.Files().Where(path => path.Contains('/')).Select(path => path.Split('/')[0]).Distinct().Where(name => name[0] != '.')];

        Assert.Empty(actual.Except([.. allowed, "data"]));
    }
}
