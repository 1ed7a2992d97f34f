namespace ProdSales.Semantics;

/// <summary>What tells cells apart: the member and the step of time.</summary>
internal readonly record struct CrossKey(string? Id, string? Name, DateOnly? Step);
