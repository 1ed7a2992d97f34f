namespace ProdSales.Semantics;

/// <summary>Writes the number of days that a row of a cut speaks for, up to the day of the question.</summary>
internal static class DaysSql
{
    internal static string Of(MetricQuery query, PlannedCut cut, Comparison? comparison, SqlParameters parameters, StatementTables tables)
    {
        ScanCalendar calendar = new(query, fact: null, comparison, parameters, tables);
        string asOf = parameters.Named(SqlFragment.DayOfQuestion, query.AsOf);
        TimeGrain? finest = cut.Keys.Select(key => key.Grain).Where(grain => grain is not null).Min();
        if (calendar.MergesDays)
        {
            return Counted(calendar, finest, asOf);
        }

        string to = $"least({calendar.To}, {asOf})";
        if (finest is not { } grain)
        {
            return $"nullif(greatest({to} - {calendar.From} + 1, 0), 0)";
        }

        string step = grain.ToString().ToLowerInvariant();
        string first = calendar.Back(step);
        string next = calendar.Back($"CAST({step} + INTERVAL 1 {step.ToUpperInvariant()} AS DATE)");
        return $"nullif(greatest(least({next} - 1, {to}) - greatest({first}, {calendar.From}) + 1, 0), 0)";
    }

    // Where a step can stand for more or fewer days than it has itself, they are counted in the calendar.
    private static string Counted(ScanCalendar calendar, TimeGrain? finest, string asOf)
    {
        string within = calendar.IsMapped ? "" : $"{calendar.Near("n.date")} AND ";
        string days = $"FROM {calendar.Relation} AS n WHERE {within}n.date <= {asOf}";
        // The calendar has a column "month" too: only its step may stand beside that of the row.
        return finest is { } grain
            ? $"(SELECT nullif(count(*), 0) FROM (SELECT {calendar.StepOf(grain, "n.date", "n")} AS counted {days}) AS b WHERE b.counted = {grain.ToString().ToLowerInvariant()})"
            : $"(SELECT nullif(count(*), 0) {days})";
    }
}
