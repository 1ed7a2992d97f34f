using System.Globalization;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Asks measures of one side in one period, through the same planner as every other question.</summary>
internal sealed class AppraisalReading(SemanticModel model, AppraisalRequest request, DuckDbConnection connection, CancellationToken cancellationToken)
{
    private readonly List<string> _statements = [];

    internal IReadOnlyList<string> Statements => _statements;

    /// <summary>The values, or the reason why there are none.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="period">Its days.</param>
    /// <param name="side">The members that count.</param>
    internal (GroupValues Values, AppraisalReason? Reason) Read(Measure measure, Period period, MemberFilter side)
    {
        MeasureRequest asked = new(measure);
        MetricQuery query = new()
        {
            Subject = model.Subject(measure.Subject)!,
            Period = period,
            AsOf = request.AsOf,
            Scope = request.Scope,
            Rollups = request.Rollups,
            Unconnected = request.Unconnected,
            Filters = [.. request.Filters, side],
            Cuts = [new CutRequest { Measures = [asked] }, new CutRequest { Grain = TimeGrain.Month, Measures = [asked] }],
        };
        if (ScopeCheck.Refusal(query) is { } refused)
        {
            return (new GroupValues(null, new Dictionary<DateOnly, double>()), new AppraisalReason(refused.Code, measure, null));
        }

        QueryPlan plan = QueryPlanner.Plan(query);
        return plan.AllCuts.SelectMany(cut => cut.Unavailable).FirstOrDefault() is { } reason
            ? (new GroupValues(null, new Dictionary<DateOnly, double>()), new AppraisalReason(reason.Code, measure, reason.Dimension ?? reason.Source))
            : (Values(StatementSql.Of(plan), measure), null);
    }

    private GroupValues Values(SqlStatement statement, Measure measure)
    {
        _statements.Add(statement.Text);
        using DuckDbCommand command = statement.CommandOn(connection);
        using DuckDbDataReader reader = command.ExecuteReader(cancellationToken);
        int position = statement.Position(measure.Name);
        int step = statement.Position("period");
        double? whole = null;
        Dictionary<DateOnly, double> months = [];
        while (reader.Read())
        {
            if (reader.IsDBNull(position))
            {
                continue;
            }

            double value = Convert.ToDouble(reader.GetValue(position), CultureInfo.InvariantCulture);
            if (reader.GetInt16(0) == 0)
            {
                whole = value;
            }
            else
            {
                months[reader.GetFieldValue<DateOnly>(step)] = value;
            }
        }

        return new GroupValues(whole, months);
    }
}
