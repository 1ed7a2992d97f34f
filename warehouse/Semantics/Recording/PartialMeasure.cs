namespace ProdSales.Semantics;

/// <summary>A measure of which only a part of the period asked is on record: its number is true of that part and told, but stands for no more.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Days">The first and the last day of which all its facts have rows that the asker may see.</param>
public sealed record PartialMeasure(Measure Measure, Period Days);
