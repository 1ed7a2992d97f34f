namespace ProdSales.Semantics;

/// <summary>Two measures held against each other, cell by cell.</summary>
/// <param name="Name">Snake-case name, unique in the model.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Description">What it asks.</param>
/// <param name="X">The measure that may be behind the other.</param>
/// <param name="Y">The measure that may follow.</param>
/// <param name="Control">A measure that may move both; null when none is held still.</param>
/// <param name="By">Dimensions that a cell may be cut by; the first is taken where the question names none. All measures reach each of them.</param>
/// <param name="Step">The step of time of a cell; null when a cell spans the whole period.</param>
/// <param name="Fixed">Members that are fixed where the question does not fix others, for measures that need one.</param>
/// <param name="Place">Where it is defined, for messages.</param>
public sealed record Cross(
    string Name,
    LocalisedText Label,
    LocalisedText Description,
    Measure X,
    Measure Y,
    Measure? Control,
    IReadOnlyList<Dimension> By,
    TimeGrain? Step,
    IReadOnlyList<MemberFilter> Fixed,
    SourcePlace Place)
{
    /// <summary>Every fact table that must have been loaded for the cross to mean anything, each once.</summary>
    public IEnumerable<string> Sources => new[] { X, Y, Control }.OfType<Measure>().SelectMany(measure => measure.Sources).Distinct(StringComparer.Ordinal);
}
