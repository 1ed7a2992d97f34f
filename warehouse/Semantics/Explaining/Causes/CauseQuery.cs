using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Asks the numbers that a guide lays beside a change, through the same planner as every other question.</summary>
internal sealed class CauseQuery(SemanticModel model, ExplanationRequest request, DuckDbConnection connection, CancellationToken cancellationToken)
{
    private const int MostMembers = 5;

    /// <summary>The lines for the whole or for a segment; those that cannot be cut that way are left out.</summary>
    internal IReadOnlyList<CauseLine> Lines(IReadOnlyList<SegmentMember> segment)
    {
        Subject subject = model.Subject(request.Measure.Subject)!;
        return [.. subject.Guide.Causes.Where(rule => rule.Of.Contains(request.Measure.Name)).SelectMany(rule => Lines(rule, segment))];
    }

    private IEnumerable<CauseLine> Lines(CauseRule rule, IReadOnlyList<SegmentMember> segment)
    {
        Subject subject = model.Subject(rule.Subject)!;
        Measure measure = subject.Measure(rule.Measure)!;
        Dimension? by = rule.By is { } name ? model.Dimension(name) : null;
        if (by is not null && request.Scope.Masks(by))
        {
            return [];
        }

        Dictionary<(string? Id, string? Name), decimal?>? now = Values(subject, measure, by, segment, isNow: true);
        Dictionary<(string? Id, string? Name), decimal?>? before = Values(subject, measure, by, segment, isNow: false);
        if (now is null || before is null)
        {
            return [];
        }

        return now.Keys.Union(before.Keys)
            .Select(member => new CauseLine(measure, by is null ? null : new SegmentMember(by, member.Id, member.Name), before.GetValueOrDefault(member), now.GetValueOrDefault(member)))
            .Where(line => line.Before is not null || line.Now is not null)
            .OrderByDescending(line => Math.Abs((line.Now ?? 0) - (line.Before ?? 0)))
            .ThenBy(line => line.Member?.Name, StringComparer.Ordinal).ThenBy(line => line.Member?.Id, StringComparer.Ordinal)
            .Take(MostMembers);
    }

    private Dictionary<(string? Id, string? Name), decimal?>? Values(Subject subject, Measure measure, Dimension? by, IReadOnlyList<SegmentMember> segment, bool isNow)
    {
        IEnumerable<CutField> fields = by is null ? [] : by.Member?.Id is null ? [new CutField(by, false)] : [new CutField(by, false), new CutField(by, true)];
        QueryPlan plan = QueryPlanner.Plan(new MetricQuery
        {
            Subject = subject,
            Period = PeriodOf(isNow),
            AsOf = request.AsOf,
            Scope = request.Scope,
            Filters = [.. request.Filters, .. Side(isNow), .. segment.Select(member => member.Filter)],
            Cuts = [new CutRequest { Dimension = by, Measures = [new MeasureRequest(measure)], Fields = [.. fields] }],
        });
        return plan.AllCuts[0].Unavailable.Count > 0 ? null : Read(StatementSql.Of(plan), measure, by);
    }

    private Dictionary<(string? Id, string? Name), decimal?> Read(SqlStatement statement, Measure measure, Dimension? by)
    {
        using DuckDbCommand command = statement.CommandOn(connection);
        using DuckDbDataReader reader = command.ExecuteReader(cancellationToken);
        Dictionary<(string? Id, string? Name), decimal?> values = [];
        int position = statement.Position(measure.Name);
        while (reader.Read())
        {
            (string?, string?) member = by is null
                ? default
                : (by.Member?.Id is null ? null : Text(reader, statement.Position($"{by.Name}_id")), Text(reader, statement.Position(by.Name)));
            values[member] = reader.IsDBNull(position) ? null : Number(reader, position);
        }

        return values;
    }

    private static decimal Number(DuckDbDataReader reader, int position) => reader.GetValue(position) switch
    {
        double number => Math.Round((decimal)number, 12),
        object other => Convert.ToDecimal(other, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string? Text(DuckDbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private Period PeriodOf(bool isNow) => request.Contrast switch
    {
        PeriodContrast periods => isNow ? periods.Now : periods.Before,
        MemberContrast members => members.Period,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private IEnumerable<MemberFilter> Side(bool isNow) =>
        request.Contrast is MemberContrast members ? [new MemberFilter(members.Dimension, false, false, [isNow ? members.Now : members.Before])] : [];
}
