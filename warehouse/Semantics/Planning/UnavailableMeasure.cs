namespace ProdSales.Semantics;

/// <summary>Why a measure is null in a cut: any number there would be wrong.</summary>
/// <param name="Code">
/// <c>dimension-not-reached</c>: the fact cannot be cut by it; <c>filter-not-reached</c>: it cannot be filtered by it;
/// <c>member-not-fixed</c>: the measure needs one member of it.
/// </param>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Dimension">Name of the dimension.</param>
public sealed record UnavailableMeasure(string Code, string Measure, string Dimension);
