namespace ProdSales.Semantics;

/// <summary>Leaves out the steps of time that are compared with days of which only a part is on record.</summary>
internal static class RecordedStepSql
{
    /// <summary>The value, null in steps whose other days begin before the record or end after it; itself where the record is whole.</summary>
    internal static string Guarded(string value, MetricQuery query, PlannedCut cut, MeasureRequest request, SqlParameters parameters)
    {
        Period[] bounds = request.Comparison is null || cut.FinestStep is null ? [] : [.. PartialRecords.Bounds(query, request.Measure, request.Comparison)];
        if (bounds.Length == 0 || request.Comparison!.Of(query.Period, query.AsOf) is not ShiftedDays shift)
        {
            return value;
        }

        TimeGrain step = cut.FinestStep!.Value;
        string first = new CutKey(null, step).Column;
        string length = step is TimeGrain.Day ? "1 DAY" : step is TimeGrain.Week ? "7 DAY" : step is TimeGrain.Month ? "1 MONTH" : step is TimeGrain.Quarter ? "3 MONTH" : "1 YEAR";
        string Back(string day) => $"CAST({day} AS DATE) - to_months({parameters.Named($"{request.Comparison.Prefix}recorded_months", shift.Months)}) - to_days({parameters.Named($"{request.Comparison.Prefix}recorded_days", shift.Days)})";
        string from = Back($"greatest({first}, {parameters.Named("from", query.Period.From)})");
        string to = Back($"least({first} + INTERVAL {length} - INTERVAL 1 DAY, {parameters.Named("to", query.Period.To)}, {parameters.Named(SqlFragment.DayOfQuestion, query.AsOf)})");
        // The column of a status has spaces in its name, and a parameter may not.
        string name = request.Column.Replace(' ', '_');
        DateOnly begin = bounds.Max(bound => bound.From);
        DateOnly end = bounds.Min(bound => bound.To);
        return $"CASE WHEN {from} >= {parameters.Named($"{name}_recorded_from", begin)} AND {to} <= {parameters.Named($"{name}_recorded_to", end)} THEN {value} END";
    }
}
