namespace ProdSales.Host.Tests.Clients;

/// <summary>A test that drives a client from npm.</summary>
public sealed class NodeJourneyFactAttribute : FactAttribute
{
    public NodeJourneyFactAttribute() => Skip = NodeJourney.WhyAbsent;
}
