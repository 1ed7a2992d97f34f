using ProdSales.Feeds;

namespace ProdSales.Sources.Mappings.Declaration;

/// <summary>How one column of a feed is filled.</summary>
/// <param name="Line">The line of the mapping on which it stands.</param>
/// <param name="Column">The feed's column.</param>
internal sealed record ColumnRule(int Line, FeedColumn Column)
{
    /// <summary>Gets a DuckDB expression over the staged row; null when <see cref="Value"/> is given.</summary>
    internal string? Sql { get; init; }

    /// <summary>Gets a constant, written as text; null when <see cref="Sql"/> is given.</summary>
    internal string? Value { get; init; }

    /// <summary>Gets the translation of codes; null when there is none.</summary>
    internal ValueMap? Map { get; init; }

    /// <summary>Gets what happens to values that <see cref="Map"/> does not name.</summary>
    internal MapElse Else { get; init; }

    /// <summary>Gets known errors of the source and their corrections, counted in the check report; null when there are none.</summary>
    internal ValueMap? Fix { get; init; }

    /// <summary>Gets a text that is put before every value; null for none.</summary>
    internal string? Prefix { get; init; }

    /// <summary>Gets the days added to a date or instant; 0 for none.</summary>
    internal int ShiftDays { get; init; }

    /// <summary>Gets what stands in for a missing value, written as text; null for nothing.</summary>
    internal string? Default { get; init; }

    /// <summary>Gets the strptime form of dates written as text; null for ISO 8601.</summary>
    internal string? Format { get; init; }

    /// <summary>Gets the mark between groups of three digits; null when there is none.</summary>
    internal string? Thousands { get; init; }

    /// <summary>Gets the decimal mark; null for a point.</summary>
    internal string? DecimalMark { get; init; }
}
