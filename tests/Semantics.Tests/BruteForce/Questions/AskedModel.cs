using ProdSales.Semantics;
using ProdSales.Support;

namespace ProdSales.SemanticsTests.BruteForce.Questions;

/// <summary>What random questions are about: what is shipped, and <c>every-window.yaml</c>.</summary>
internal static class AskedModel
{
    internal static IReadOnlyList<Subject> Subjects { get; } = [.. ModelReader.Shipped.Subjects, EveryWindow()];

    private static Subject EveryWindow()
    {
        string text = File.ReadAllText(Repository.PathOf("tests", "Semantics.Tests", "BruteForce", "Questions", "every-window.yaml"));
        ModelCompilation compilation = ModelReader.Compile([.. ModelFile.Shipped, new ModelFile("every-window.yaml", text) { Folder = "tests" }]);
        Assert.Empty(compilation.Defects);
        return compilation.Model.Subject("every_window")!;
    }
}
