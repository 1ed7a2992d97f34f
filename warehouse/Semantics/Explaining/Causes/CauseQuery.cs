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

    private Dictionary<(string? Id, string? Name), decimal?>? Values(Subject subject, Measure measure, Dimension? by, IReadOnlyList<SegmentMember> segment, bool isNow) =>
        SideQuery.Statement(subject, request, measure, by, segment, isNow) is { } statement ? Read(statement, measure, by) : null;

    private Dictionary<(string? Id, string? Name), decimal?> Read(SqlStatement statement, Measure measure, Dimension? by)
    {
        using DuckDbCommand command = statement.CommandOn(connection);
        using DuckDbDataReader reader = command.ExecuteReader(cancellationToken);
        Dictionary<(string? Id, string? Name), decimal?> values = [];
        int position = statement.Position(measure.Name);
        while (reader.Read())
        {
            values[SideQuery.Member(reader, statement, by)] = reader.IsDBNull(position) ? null : Number(reader, position);
        }

        return values;
    }

    private static decimal Number(DuckDbDataReader reader, int position) => reader.GetValue(position) switch
    {
        double number => Math.Round((decimal)number, 12),
        object other => Convert.ToDecimal(other, System.Globalization.CultureInfo.InvariantCulture),
    };
}
