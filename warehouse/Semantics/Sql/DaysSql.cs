namespace ProdSales.Semantics;

/// <summary>Writes the number of days that a row of a cut speaks for, up to the day of the question.</summary>
internal static class DaysSql
{
    internal static string Of(MetricQuery query, PlannedCut cut, Comparison? comparison, SqlParameters parameters)
    {
        ComparedPeriod compared = comparison is { } asked ? query.Period.Compared(asked) : new(query.Period, 0, 0);
        string prefix = comparison is { } named ? ScanSource.PrefixOf(named) : "";
        string from = parameters.Named($"{prefix}from", compared.Period.From);
        string to = $"least({parameters.Named($"{prefix}to", compared.Period.To)}, {parameters.Named(SqlFragment.DayOfQuestion, query.AsOf)})";
        if (cut.Keys.Where(key => key.Grain is not null).MinBy(key => key.Grain) is not { Grain: { } grain } finest)
        {
            return $"nullif(greatest({to} - {from} + 1, 0), 0)";
        }

        string first = Shifted(finest.Column, compared, prefix, parameters);
        string next = Shifted($"CAST({finest.Column} + INTERVAL 1 {grain.ToString().ToUpperInvariant()} AS DATE)", compared, prefix, parameters);
        return $"nullif(greatest(least({next} - 1, {to}) - greatest({first}, {from}) + 1, 0), 0)";
    }

    private static string Shifted(string day, ComparedPeriod compared, string prefix, SqlParameters parameters) => compared switch
    {
        { Months: 0, Days: 0 } => day,
        { Months: 0 } => $"({day} - {parameters.Named($"{prefix}days", compared.Days)})",
        _ => $"CAST({day} - to_months({parameters.Named($"{prefix}months", compared.Months)}) AS DATE)",
    };
}
