namespace ProdSales.Semantics;

/// <summary>How a measure is judged that holds what came about against what was to be reached.</summary>
/// <param name="ActualMeasure">The qualified name of the measure that tells what came about.</param>
/// <param name="TargetMeasure">The qualified name of the measure that tells what was to be reached.</param>
/// <param name="Target">What was to be reached; without one above 0 there is no judgement.</param>
/// <param name="Green">From where on (or, where less is better, up to where) the target is met, as a share of it.</param>
/// <param name="Amber">From where on (or up to where) it is nearly met; what lies beyond is red.</param>
public sealed record Attainment(string ActualMeasure, string TargetMeasure, Formula Target, decimal Green, decimal Amber);
