using System.Xml.Linq;
using ProdSales.Support;

namespace ProdSales.Architecture.Tests;

/// <summary>Keeps data flowing one way. A new edge is an architecture decision: add it here with its page in docs/decisions.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Feeds"] = [],
        ["Native"] = [],
        ["Learning"] = [],
        ["GraphQL"] = [],
        ["Simulation"] = ["Feeds"],
        ["Warehouse"] = ["Native"],
        ["Sources"] = ["Feeds", "Warehouse"],
        ["Loading"] = ["Feeds", "Warehouse"],
        ["Semantics"] = ["Warehouse"],
        ["Forecasting"] = [],
        ["Predictions"] = ["Learning", "Loading", "Warehouse"],
        ["Planning"] = ["Forecasting", "Loading", "Warehouse"],
        ["Schema"] = ["GraphQL", "Planning", "Predictions", "Semantics"],
        ["Export"] = ["Warehouse"],
        ["Host"] = ["Export", "Feeds", "Sources", "Loading", "Simulation", "Warehouse", "Semantics", "GraphQL", "Schema", "Forecasting", "Learning", "Predictions", "Planning"],
    };

    public static TheoryData<string> Projects() => [.. CodeTree.ProductionProjects()];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_flow_allows(string project)
    {
        string name = Path.GetFileNameWithoutExtension(project);
        Assert.True(Allowed.ContainsKey(name), $"{name} is not in the table of allowed references.");
        string[] actual =
        [
            .. XDocument.Load(Repository.PathOf(project)).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))),
        ];

        Assert.Empty(actual.Except(Allowed[name]));
    }

    [Fact]
    public void Every_project_of_the_table_exists()
    {
        string[] existing = [.. CodeTree.ProductionProjects().Select(path => Path.GetFileNameWithoutExtension(path)!)];

        Assert.Empty(Allowed.Keys.Except(existing));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = File.ReadAllText(Repository.PathOf("ProdSalesService.sln")).Replace('\\', '/');

        Assert.Empty(CodeTree.AllProjects().Where(project => !solution.Contains(project, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_production_project_has_a_test_project()
    {
        string[] tests = [.. CodeTree.AllProjects().Select(path => Path.GetFileNameWithoutExtension(path)!)];
        string[] covered = [.. Allowed.Keys.Except(["Native"])];

        Assert.Empty(covered.Where(name => !tests.Contains($"{name}.Tests")));
    }
}
