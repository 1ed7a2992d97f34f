namespace ProdSales.Semantics;

/// <summary>A number that no table holds and that a question about worth states, as what capital costs a year.</summary>
/// <param name="Name">Snake-case name, unique among the rates of the model.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Unit">What it is counted in; a ratio is told as in 0.08.</param>
/// <param name="Place">Where it is defined, for messages.</param>
public sealed record WorthRate(string Name, LocalisedText Label, Unit Unit, SourcePlace Place);
