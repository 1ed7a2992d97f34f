using ProdSales.Semantics;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Schema;

/// <summary>The days on record of one fact, as far as they were read, and what they were read from.</summary>
/// <param name="Opening">The opening of the warehouse.</param>
/// <param name="Text">The rows as SQL.</param>
/// <param name="Names">The facts and dimensions that it names; null for whatever there is.</param>
internal sealed record KnownDays(string Opening, string Text, IReadOnlySet<string>? Names)
{
    /// <summary>The last change of what is named; null before anything was read.</summary>
    internal long? Change { get; init; }

    /// <summary>The day of the question where the rows depend on it.</summary>
    internal DateOnly? AsOf { get; init; }

    /// <summary>The days; null where there is no row.</summary>
    internal RecordedSpan? Span { get; init; }

    /// <summary>Whether <see cref="Span"/> was read.</summary>
    internal bool IsRead { get; init; }

    /// <summary>Whether nothing more need be read.</summary>
    internal bool Meets(RecordedNeed need) => IsRead && (Span is null || Span.Value.IsKnownFor(need));

    /// <summary>The same with what the need lacks.</summary>
    internal KnownDays Read(RecordedNeed need, DuckDbConnection connection, CancellationToken cancellationToken) =>
        Meets(need) ? this : this with { Span = RecordedSpans.Read(need, Span, connection, cancellationToken), IsRead = true };
}
