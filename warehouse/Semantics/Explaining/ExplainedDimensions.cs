namespace ProdSales.Semantics;

/// <summary>Chooses the dimensions that a change is looked at along.</summary>
internal static class ExplainedDimensions
{
    /// <summary>Those of the guide that every fact of the measure reaches, without those that the question has fixed; where the guide names none, all that group.</summary>
    internal static IReadOnlyList<Dimension> Of(SemanticModel model, ExplanationRequest request, Decomposition form)
    {
        Subject subject = model.Subject(request.Measure.Subject)!;
        IReadOnlyList<Dimension> named = subject.Guide.Dimensions.Count > 0 ? subject.Guide.Dimensions : [.. subject.Dimensions.Where(dimension => dimension.Member?.Id is null)];
        return [.. named.Where(dimension => dimension.Bridge is null && form.Facts.All(fact => fact.Reaches(dimension)) && !request.Scope.Masks(dimension) && !IsFixed(request, dimension))];
    }

    private static bool IsFixed(ExplanationRequest request, Dimension dimension) =>
        (request.Contrast is MemberContrast members && members.Dimension == dimension)
        || request.Filters.Any(filter => filter.Dimension == dimension && !filter.IsExcluding && filter.Values.Count == 1);
}
