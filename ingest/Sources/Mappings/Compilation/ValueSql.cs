namespace ProdSales.Sources.Mappings.Compilation;

/// <summary>How one staged value becomes a feed value, as three pieces of SQL over one row.</summary>
/// <param name="Typed">The value in the feed's type; null when it is missing or bad.</param>
/// <param name="Suspicion">A cheap condition that is true for every bad value and for few good ones, never true for NULL; null when nothing
/// can be bad.</param>
/// <param name="Reason">The code of what is wrong with a suspicious value, null when it is good after all.</param>
/// <remarks>
/// Good rows pay for <c>Typed</c> and <c>Suspicion</c> only: the engine evaluates <c>Reason</c> on the rows that a CASE selects.
/// The typed value is called <c>v</c> and the staged value <c>m</c> in all three, each followed by the column's number.
/// </remarks>
internal sealed record ValueSql(string Typed, string? Suspicion, string Reason)
{
    /// <summary>Gets the bytes of a text; null for other types. The greatest of a row is compared once, which is far cheaper than one by
    /// one.</summary>
    internal string? LengthSql { get; init; }
}
