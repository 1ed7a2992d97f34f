namespace ProdSales.Semantics;

/// <summary>What a principal may see, or why nothing; exactly one is present.</summary>
/// <param name="Scope">What may be seen.</param>
/// <param name="Refusal">Why nothing is.</param>
public sealed record ScopeResolution(SecurityScope? Scope, ScopeRefusal? Refusal);
