using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Asks for a measure on one side of an explanation, through the same planner as every other question.</summary>
internal static class SideQuery
{
    /// <summary>The statement, or null where the measure has no number there.</summary>
    /// <param name="subject">The subject of the measure.</param>
    /// <param name="request">The explanation.</param>
    /// <param name="measure">The measure asked for.</param>
    /// <param name="by">What it is cut by, or null for the whole.</param>
    /// <param name="segment">Members to which it is narrowed.</param>
    /// <param name="isNow">Which side.</param>
    internal static SqlStatement? Statement(Subject subject, ExplanationRequest request, Measure measure, Dimension? by, IReadOnlyList<SegmentMember> segment, bool isNow)
    {
        IEnumerable<CutField> fields = by is null ? [] : by.Member?.Id is null ? [new CutField(by, false)] : [new CutField(by, false), new CutField(by, true)];
        QueryPlan plan = QueryPlanner.Plan(new MetricQuery
        {
            Subject = subject,
            Period = PeriodOf(request.Contrast, isNow),
            AsOf = request.AsOf,
            Scope = request.Scope,
            Rollups = request.Rollups,
            Filters = [.. request.Filters, .. Side(request.Contrast, isNow), .. segment.Select(member => member.Filter)],
            Cuts = [new CutRequest { Dimension = by, Measures = [new MeasureRequest(measure)], Fields = [.. fields] }],
        });
        return plan.AllCuts[0].Unavailable.Count > 0 ? null : StatementSql.Of(plan);
    }

    /// <summary>The id and the name of the member that a row is about; both null for the whole.</summary>
    internal static (string? Id, string? Name) Member(DuckDbDataReader reader, SqlStatement statement, Dimension? by) => by is null
        ? default
        : (by.Member?.Id is null ? null : Text(reader, statement.Position($"{by.Name}_id")), Text(reader, statement.Position(by.Name)));

    private static string? Text(DuckDbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static Period PeriodOf(Contrast contrast, bool isNow) => contrast switch
    {
        PeriodContrast periods => isNow ? periods.Now : periods.Before,
        MemberContrast members => members.Period,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static MemberFilter[] Side(Contrast contrast, bool isNow) =>
        contrast is MemberContrast members ? [new MemberFilter(members.Dimension, false, false, [isNow ? members.Now : members.Before])] : [];
}
