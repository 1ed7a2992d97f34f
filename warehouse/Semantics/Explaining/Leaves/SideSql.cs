namespace ProdSales.Semantics;

/// <summary>Writes which rows count and on which side they stand.</summary>
internal static class SideSql
{
    /// <summary>The tables that a pass over a fact is joined to, none yet.</summary>
    internal static ScanJoins JoinsOf(Fact fact) => new(new ScanSource(fact, null, fact.Window, null, null), null, null);

    /// <summary>The boolean that is true on the side asked about, and the condition that a row stands on either.</summary>
    internal static (string IsNow, string Within) Of(ExplanationRequest request, Fact fact, ScanJoins joins, SqlParameters parameters)
    {
        switch (request.Contrast)
        {
            case PeriodContrast periods:
                string now = In(fact, "now", periods.Now, request.AsOf, parameters);
                string before = In(fact, "before", periods.Before, request.AsOf, parameters);
                return (fact.IsSnapshot ? $"coalesce({now}, false)" : now, $"({now} OR {before})");
            case MemberContrast members:
                string asked = FilterSql.Of(new MemberFilter(members.Dimension, false, false, [members.Now]), joins, parameters);
                string other = FilterSql.Of(new MemberFilter(members.Dimension, false, false, [members.Before]), joins, parameters);
                return ($"coalesce({asked}, false)", $"{In(fact, "now", members.Period, request.AsOf, parameters)} AND ({asked} OR {other})");
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The sides as they are read: the boolean and the condition of each SELECT. Each period has its own, which the engine finds by date and need not be told apart.</summary>
    internal static (string IsNow, string Within)[] Sides(ExplanationRequest request, Fact fact, ScanJoins joins, SqlParameters parameters) =>
        request.Contrast is PeriodContrast periods
            ? [("true", In(fact, "now", periods.Now, request.AsOf, parameters)), ("false", In(fact, "before", periods.Before, request.AsOf, parameters))]
            : [Of(request, fact, joins, parameters)];

    private static string In(Fact fact, string name, Period period, DateOnly asOf, SqlParameters parameters)
    {
        string from = parameters.Named($"{name}_from", period.From);
        string to = asOf < period.To && !fact.IsAhead ? parameters.Named(SqlFragment.DayOfQuestion, asOf) : parameters.Named($"{name}_to", period.To);
        return fact.IsSnapshot ? LastOf(fact, from, to, parameters) : $"f.{fact.Time} BETWEEN {from} AND {to}";
    }

    // A snapshot that no day of a period has leaves the side empty: the comparison is null then.
    private static string LastOf(Fact fact, string from, string to, SqlParameters parameters)
    {
        SnapshotDays days = new(fact, fact.Relation, (piece, alias) => piece.Under(alias));
        string last = $"SELECT max({days.Day}) {days.From([$"{days.Day} BETWEEN {from} AND {to}"])}";
        if (fact.Series is not { } series)
        {
            return $"f.{fact.Time} = ({last})";
        }

        string within = series.Lasts is { } count
            ? $"{days.Day} BETWEEN ({last}) - {parameters.Named($"{fact.Name}_lasts", count)} AND ({last})"
            : $"{days.Day} BETWEEN {from} AND {to}";
        return $"(f.{series.Column}, f.{fact.Time}) IN (SELECT {days.Series}, max({days.Day}) {days.OfRows([within])} GROUP BY {days.Series})";
    }
}
