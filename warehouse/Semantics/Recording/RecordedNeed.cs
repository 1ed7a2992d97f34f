namespace ProdSales.Semantics;

/// <summary>A fact of which a question must know the days on record.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Scope">What the asker may see: rows that are hidden neither make a record longer nor fill its gaps.</param>
/// <param name="AsOf">The day of the question, on which the rows of some facts depend.</param>
/// <param name="Days">The spans of days of which more than a part must be on record.</param>
public sealed record RecordedNeed(Fact Fact, SecurityScope Scope, DateOnly AsOf, IReadOnlyList<Period> Days);
