using ProdSales.SemanticsTests.ByHand;
using ProdSales.Support;
using YamlDotNet.Serialization;

namespace ProdSales.SemanticsTests.Forecasts;

/// <summary>The rows of <c>managed-company.yaml</c>, loaded through the feeds into a warehouse of their own.</summary>
public sealed class ManagedCompany() : LoadedCompany(
    new DeserializerBuilder().Build().Deserialize<Dictionary<string, List<Dictionary<string, string>>>>(
        File.ReadAllText(Repository.PathOf("tests", "Semantics.Tests", "Forecasts", "managed-company.yaml"))));
