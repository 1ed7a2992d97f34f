namespace ProdSales.Semantics;

/// <summary>A field of business that is asked about as one: its facts, the dimensions they share and its measures.</summary>
/// <param name="Name">Snake-case name, unique in the model.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Description">What it covers and by which day.</param>
/// <param name="Dimensions">Every dimension that at least one of its facts reaches, in the order of the model.</param>
/// <param name="Measures">Its measures, in the order of the file.</param>
public sealed record Subject(
    string Name,
    LocalisedText Label,
    LocalisedText Description,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<Measure> Measures)
{
    /// <summary>The facts that its measures are computed from, each once, in the order of first use.</summary>
    public IReadOnlyList<Fact> Facts { get; } = [.. Measures.SelectMany(measure => measure.Aggregates()).Select(part => part.Fact).Distinct()];

    /// <summary>Where it is defined, for messages.</summary>
    public SourcePlace Place { get; init; } = new("", 1);

    /// <summary>How changes of its measures are explained.</summary>
    public ExplanationGuide Guide { get; init; } = ExplanationGuide.Default;

    /// <summary>Sums of its facts that are kept beside them.</summary>
    public IReadOnlyList<Rollup> Rollups { get; init; } = [];

    /// <summary>Every fact table behind its measures, each once.</summary>
    public IEnumerable<string> Sources => Measures.SelectMany(measure => measure.Sources).Distinct(StringComparer.Ordinal);

    /// <summary>The measure of that name, or null.</summary>
    public Measure? Measure(string name) => Measures.FirstOrDefault(measure => measure.Name == name);

    /// <summary>The dimension of that name, or null.</summary>
    public Dimension? Dimension(string name) => Dimensions.FirstOrDefault(dimension => dimension.Name == name);
}
