namespace ProdSales.Semantics;

/// <summary>Where an answer comes from: what was defined how, which data, which statement, and what it read.</summary>
/// <param name="ModelVersion">Version of the whole model.</param>
/// <param name="Measures">Every measure asked for, with the version of its own definition.</param>
/// <param name="Data">The fact tables that were read, with the version of their data.</param>
/// <param name="Statement">The statement that answered.</param>
/// <param name="Passes">The passes over the facts.</param>
public sealed record ResultProvenance(
    string ModelVersion,
    IReadOnlyList<MeasureVersion> Measures,
    IReadOnlyList<DataVersion> Data,
    SqlStatement Statement,
    IReadOnlyList<PassProvenance> Passes);
