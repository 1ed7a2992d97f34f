namespace ProdSales.Semantics;

/// <summary>What a change in the company may bring: a measure that should get better, and what that is worth a year.</summary>
/// <param name="Name">Snake-case name, unique in the model.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Description">What it asks.</param>
/// <param name="Measure">The measure that should get better; one with a good direction.</param>
/// <param name="By">Dimensions by which what was changed may be told from what was not. All measures reach each of them.</param>
/// <param name="Worth">Measures whose product, times the rates, is what one unit of the measure is worth a year: each of what was changed and the days after, sums over time as of a year of 365 days. Empty when the benefit is not told in money.</param>
/// <param name="Rates">Rates that the product needs beside them; the question states them.</param>
/// <param name="Place">Where it is defined, for messages.</param>
public sealed record Benefit(
    string Name,
    LocalisedText Label,
    LocalisedText Description,
    Measure Measure,
    IReadOnlyList<Dimension> By,
    IReadOnlyList<Measure> Worth,
    IReadOnlyList<WorthRate> Rates,
    SourcePlace Place)
{
    /// <summary>Every fact table that must have been loaded for the benefit to mean anything, each once.</summary>
    public IEnumerable<string> Sources => Worth.Prepend(Measure).SelectMany(measure => measure.Sources).Distinct(StringComparer.Ordinal);

    /// <summary>True when it can be told in money.</summary>
    public bool HasWorth => Worth.Count > 0 || Rates.Count > 0;
}
