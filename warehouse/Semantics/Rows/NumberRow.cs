namespace ProdSales.Semantics;

/// <summary>A row of a fact that a number is made of.</summary>
/// <param name="Cursor">Where the row stands among all rows of the number; valid for the same question alone.</param>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Keys">The columns that name the row, with their values as text; those that are a dimension stand in <paramref name="Members"/> instead.</param>
/// <param name="Day">The business day by which the row counts.</param>
/// <param name="Members">The members that the row belongs to, in the order of the model, by their present names; the unknown member has no name.</param>
/// <param name="Columns">The columns that the formula reads and the asker may see, with their values.</param>
/// <param name="Adds">
/// What the row adds to each aggregate of <see cref="RowPage.Parts"/>: a number that is summed or counted, or the value that is counted once, ordered or
/// multiplied; null where the row adds nothing to it.
/// </param>
/// <param name="Numerator">What it adds to the measure, or to the numerator of a quotient; null for a measure that is neither.</param>
/// <param name="Denominator">What it adds to the denominator; null where there is none.</param>
/// <param name="Document">The document that it comes from; null for a row that is made from several.</param>
public sealed record NumberRow(
    string Cursor,
    string Fact,
    IReadOnlyList<RowValue> Keys,
    DateOnly? Day,
    IReadOnlyList<SegmentMember> Members,
    IReadOnlyList<RowValue> Columns,
    IReadOnlyList<RowPart?> Adds,
    decimal? Numerator,
    decimal? Denominator,
    SourceDocument? Document);

/// <summary>A column of a row.</summary>
/// <param name="Column">Its name in the fact.</param>
/// <param name="Value">Its value, or null.</param>
public sealed record RowValue(string Column, object? Value);

/// <summary>What a row adds to one aggregate.</summary>
/// <param name="Value">The value that is summed, counted, ordered or multiplied.</param>
/// <param name="Second">What was started, for a rolled yield; whether the end was seen, for a survival median; null for others.</param>
/// <param name="Step">The step that a rolled yield multiplies over; null for others.</param>
public sealed record RowPart(object? Value, object? Second, object? Step);

/// <summary>Where a row comes from.</summary>
/// <param name="System">The source system.</param>
/// <param name="Id">The document's id there.</param>
/// <param name="Line">The line in it, or null when the row is the whole document.</param>
/// <param name="Address">Where to open it; null while no address of the source is configured.</param>
public sealed record SourceDocument(string System, string? Id, string? Line, string? Address);
