namespace ProdSales.Warehouse.Rollups;

/// <summary>Sums of a fact by day or month, kept in a table of their own.</summary>
/// <param name="Table">That table.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Fact">The table that is summed.</param>
/// <param name="Time">Its column of the day; in the rollup it holds the day, or the first day of the month.</param>
/// <param name="IsMonthly">True for months, false for days.</param>
/// <param name="Select">
/// The rows of the fact, under the alias <c>f</c>, as they go in: time, keys and aggregates, ending with their conditions and without grouping.
/// </param>
/// <param name="Columns">Keys and sums, in the order of the table, after the time.</param>
public sealed record KeptRollup(string Table, string Name, string Fact, string Time, bool IsMonthly, string Select, IReadOnlyList<RollupColumn> Columns)
{
    /// <summary>Gets the names of the columns that tell rows apart, the time first.</summary>
    public IEnumerable<string> Keys => Columns.Where(column => !column.IsSum).Select(column => column.Name).Prepend(Time);

    /// <summary>Gets the names of the sums.</summary>
    public IEnumerable<string> Sums => Columns.Where(column => column.IsSum).Select(column => column.Name);

    /// <summary>Writes the day or month that a day falls into.</summary>
    /// <param name="day">SQL of the day.</param>
    public string PeriodOf(string day) => IsMonthly ? $"CAST(date_trunc('month', {day}) AS DATE)" : day;
}
