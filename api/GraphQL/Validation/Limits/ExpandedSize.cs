namespace ProdSales.GraphQL.Validation.Limits;

/// <summary>How large selections are once their fragments are written out.</summary>
/// <param name="Fields">The fields.</param>
/// <param name="Visits">The fragments, each as often as it is spread.</param>
/// <param name="Depth">The nested levels.</param>
internal readonly record struct ExpandedSize(long Fields, long Visits, int Depth);
