using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Finds values that were frozen before a change, to be held against those that are worked out today.</summary>
internal sealed class FrozenBaselines(AppraisalRequest request, DuckDbConnection connection, CancellationToken cancellationToken)
{
    // A value about one product line is found where that line alone is the side; one about neither a line nor a unit speaks for its side, whatever the members.
    private const string Sql = """
        SELECT value
        FROM fact_kpi_baseline
        WHERE measure IN ($name, $qualified) AND cohort = $cohort AND period_start = $from AND period_end = $to
          AND organisation_key = 0 AND (product_line IS NULL OR product_line = $line)
        ORDER BY product_line IS NULL, frozen_date DESC, source_key, source_id
        LIMIT 1
        """;

    /// <summary>The value frozen last; null when none was recorded for these days, or when the asker sees a part of the company only.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="cohort"><c>treated</c> or <c>control</c>.</param>
    /// <param name="side">The members of that side.</param>
    internal double? Of(Measure measure, string cohort, MemberFilter side)
    {
        if (!request.Scope.IsFull || request.Filters.Count > 0)
        {
            return null;
        }

        using DuckDbCommand command = connection.CreateCommand(Sql);
        command.Parameters.Add("name", measure.Name);
        command.Parameters.Add("qualified", measure.QualifiedName);
        command.Parameters.Add("cohort", cohort);
        command.Parameters.Add("from", request.Before.From);
        command.Parameters.Add("to", request.Before.To);
        command.Parameters.Add("line", side is { IsExcluding: false, Dimension.Name: "product_line", Values: [{ } line] } ? line : null);
        using DuckDbDataReader reader = command.ExecuteReader(cancellationToken);
        return reader.Read() ? reader.GetDouble(0) : null;
    }
}
