namespace ProdSales.Semantics;

/// <summary>Holds a question against what its asker may see, before it is planned.</summary>
public static class ScopeCheck
{
    /// <summary>Why the question is refused, or null. A masked measure that is only asked for is no reason: it is null in the answer.</summary>
    public static ScopeRefusal? Refusal(MetricQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        SecurityScope scope = query.Scope;
        return Refusal(scope, query.Filters) ?? query.Cuts.Select(cut => Refusal(scope, cut)).FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>Why the list of members is refused, or null.</summary>
    public static ScopeRefusal? Refusal(MemberQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Scope.Masks(query.Dimension) ? ScopeRefusal.Masked(query.Dimension) : null;
    }

    /// <summary>Why the explanation is refused, or null.</summary>
    public static ScopeRefusal? Refusal(ExplanationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        IEnumerable<MemberFilter> named = request.Contrast is MemberContrast members
            ? request.Filters.Append(new MemberFilter(members.Dimension, false, false, [members.Now]))
            : request.Filters;
        return Refusal(request.Scope, request.Measure) ?? Refusal(request.Scope, named);
    }

    /// <summary>Why the measure itself is refused, or null.</summary>
    internal static ScopeRefusal? Refusal(SecurityScope scope, Measure measure)
    {
        if (scope.Masks(measure))
        {
            return ScopeRefusal.Masked(measure);
        }

        Dimension? unreached = measure.Aggregates().Select(part => scope.Unreached(part.Fact)).FirstOrDefault(dimension => dimension is not null);
        return unreached is null ? null : ScopeRefusal.NotReached(measure, unreached);
    }

    internal static ScopeRefusal? Refusal(SecurityScope scope, IEnumerable<MemberFilter> filters) =>
        filters.Select(filter => filter.Dimension).FirstOrDefault(scope.Masks) is { } masked ? ScopeRefusal.Masked(masked) : null;

    private static ScopeRefusal? Refusal(SecurityScope scope, CutRequest cut)
    {
        IEnumerable<Dimension> named = cut.Fields.Select(field => field.Dimension).Concat(cut.Dimension is { } dimension ? [dimension] : (Dimension[])[]);
        if (named.FirstOrDefault(scope.Masks) is { } masked)
        {
            return ScopeRefusal.Masked(masked);
        }

        return cut.Judged.Select(asked => asked.Measure).FirstOrDefault(scope.Masks) is { } judged
            ? ScopeRefusal.Masked(judged)
            : cut.Cuts.Select(inner => Refusal(scope, inner)).FirstOrDefault(refusal => refusal is not null);
    }
}
