namespace ProdSales.GraphQL.Tests.Attacks;

/// <summary>A way to make a document dear.</summary>
/// <param name="Name">What is made much of.</param>
/// <param name="Accepted">The largest size that the limits let through.</param>
/// <param name="Measured">A size at which checking it takes milliseconds once nothing limits it; 0 where depth is what is limited.</param>
/// <param name="Document">The document of a size.</param>
public sealed record Attack(string Name, int Accepted, int Measured, Func<int, string> Document)
{
    public override string ToString() => Name;
}
