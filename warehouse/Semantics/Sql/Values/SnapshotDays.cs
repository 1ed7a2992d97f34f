namespace ProdSales.Semantics;

/// <summary>Writes where the days of snapshots are looked up, under the alias <c>s</c>.</summary>
/// <param name="fact">The fact.</param>
/// <param name="rows">Its rows as they stand in a FROM.</param>
/// <param name="bound">Writes a piece of the model under an alias.</param>
internal sealed class SnapshotDays(Fact fact, string rows, Func<SqlFragment, string, string> bound)
{
    /// <summary>The day.</summary>
    internal string Day => fact.Days is null ? $"s.{fact.Time}" : "s.day";

    /// <summary>The series that a row belongs to.</summary>
    internal string Series => $"s.{fact.Series!.Column}";

    /// <summary>FROM and WHERE over the days that there are.</summary>
    /// <param name="conditions">What must hold of a day.</param>
    /// <param name="join">A join to the calendar.</param>
    internal string From(IEnumerable<string> conditions, string join = "") =>
        fact.Days is { } days ? Of($"({days})", conditions, join) : OfRows(conditions, join);

    /// <summary>FROM and WHERE over the rows themselves.</summary>
    internal string OfRows(IEnumerable<string> conditions, string join = "") =>
        Of(rows, fact.Condition is { } always ? conditions.Append($"({bound(always, "s")})") : conditions, join);

    private static string Of(string relation, IEnumerable<string> conditions, string join)
    {
        string[] all = [.. conditions];
        return $"FROM {relation} AS s{(join.Length == 0 ? "" : $" {join}")}{(all.Length == 0 ? "" : $" WHERE {string.Join(" AND ", all)}")}";
    }
}
