namespace ProdSales.Simulation.Tests;

/// <summary>A company with planted causes and its twin without; told once for all tests that look at them.</summary>
public sealed class DemoCompanies
{
    /// <summary>About 8,000 order lines in three years.</summary>
    internal const double Scale = 0.08;

    private readonly Lazy<DemoRows> _planted = new(() => new DemoRows(new DemoOptions { Scale = Scale }));
    private readonly Lazy<DemoRows> _plain = new(() => new DemoRows(new DemoOptions { Scale = Scale, PlantCauses = false }));

    internal DemoRows Planted => _planted.Value;

    internal DemoRows Plain => _plain.Value;
}

[CollectionDefinition(Name)]
public sealed class DemoCompanyCollection : ICollectionFixture<DemoCompanies>
{
    internal const string Name = "demo companies";
}
