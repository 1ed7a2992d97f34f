using ProdSales.Support;
using YamlDotNet.Serialization;

namespace ProdSales.SemanticsTests.ByHand;

/// <summary>The rows of <c>small-company.yaml</c>, loaded through the feeds into a warehouse of their own.</summary>
public sealed class SmallCompany() : LoadedCompany(
    new DeserializerBuilder().Build().Deserialize<Dictionary<string, List<Dictionary<string, string>>>>(
        File.ReadAllText(Repository.PathOf("tests", "Semantics.Tests", "ByHand", "small-company.yaml"))));
