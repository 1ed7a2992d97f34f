namespace ProdSales.Sources.Mappings;

/// <summary>What the check of a mapping yields: the feeds it makes, or everything that is wrong with it.</summary>
/// <param name="Problems">Everything that is wrong, in the order of lines; empty when the mapping can be run.</param>
/// <param name="Prepared">The mapping ready to run; null when there are problems.</param>
public sealed record MappingCheck(IReadOnlyList<MappingProblem> Problems, PreparedMapping? Prepared);
