using System.Globalization;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Asks one measure for every cell, through the same planner as every other question.</summary>
internal sealed class CrossReading(SemanticModel model, CrossRequest request, Dimension by, DuckDbConnection connection, CancellationToken cancellationToken)
{
    private readonly List<string> _statements = [];

    internal IReadOnlyList<string> Statements => _statements;

    /// <summary>The value of each cell, or the reason why there is none.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="period">Its days; those of Y lie later where there is a lag.</param>
    internal (Dictionary<CrossKey, double> Values, CrossRefusal? Refusal) Read(Measure measure, Period period)
    {
        CutRequest cells = new() { Dimension = by, Measures = [new MeasureRequest(measure)], Fields = [.. Fields()] };
        Subject subject = model.Subject(measure.Subject)!;
        MetricQuery query = new()
        {
            Subject = subject,
            Period = period,
            AsOf = request.AsOf,
            Scope = request.Scope,
            Rollups = request.Rollups,
            Unconnected = request.Unconnected,
            Filters = [.. Filters(measure)],
            Cuts = [request.Cross.Step is { } step ? new CutRequest { Grain = step, Cuts = [cells] } : cells],
        };
        if (ScopeCheck.Refusal(query) is { } refused)
        {
            return ([], new CrossRefusal(refused.Code, refused.Message, refused.Facts));
        }

        QueryPlan plan = QueryPlanner.Plan(query);
        PlannedCut cut = plan.AllCuts[^1];
        return cut.Unavailable is [{ } reason, ..] ? ([], CrossRefusal.Unavailable(request.Cross, reason)) : (Values(StatementSql.Of(plan), cut.Index, measure), null);
    }

    private IEnumerable<CutField> Fields() => by.Member?.Id is null ? [new CutField(by, false)] : [new CutField(by, false), new CutField(by, true)];

    // A condition on a dimension that only the other measure has, as the forecast method, is for that one.
    private IEnumerable<MemberFilter> Filters(Measure measure)
    {
        IEnumerable<MemberFilter> standing = request.Cross.Fixed.Where(filter => request.Filters.All(asked => asked.Dimension != filter.Dimension));
        return request.Filters.Concat(standing).Where(filter => Reaches(measure, filter.Dimension) || !IsOfOneSide(filter.Dimension));
    }

    private bool IsOfOneSide(Dimension dimension) => Reaches(request.Cross.X, dimension) != Reaches(request.Cross.Y, dimension);

    private static bool Reaches(Measure measure, Dimension dimension) => measure.Aggregates().All(part => part.Fact.Reaches(dimension));

    private Dictionary<CrossKey, double> Values(SqlStatement statement, int cut, Measure measure)
    {
        _statements.Add(statement.Text);
        using DuckDbCommand command = statement.CommandOn(connection);
        using DuckDbDataReader reader = command.ExecuteReader(cancellationToken);
        int position = statement.Position(measure.Name);
        Dictionary<CrossKey, double> values = [];
        while (reader.Read())
        {
            if (reader.GetInt16(0) == cut && !reader.IsDBNull(position))
            {
                values[new CrossKey(Id(reader, statement), Text(reader, statement.Position(by.Name)), Step(reader, statement))] = Convert.ToDouble(reader.GetValue(position), CultureInfo.InvariantCulture);
            }
        }

        return values;
    }

    private string? Id(DuckDbDataReader reader, SqlStatement statement) => by.Member?.Id is null ? null : Text(reader, statement.Position($"{by.Name}_id"));

    private DateOnly? Step(DuckDbDataReader reader, SqlStatement statement) =>
        request.Cross.Step is null ? null : reader.GetFieldValue<DateOnly>(statement.Position("period"));

    private static string? Text(DuckDbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
