namespace ProdSales.Semantics;

/// <summary>The compiled definitions of every number that the product shows.</summary>
/// <param name="Subjects">Subjects in the order of their names.</param>
/// <param name="Dimensions">Conformed dimensions, attributes included, in the order of the file.</param>
/// <param name="Hierarchies">Usual ways down.</param>
/// <param name="Version">A hash of the definitions: two models of the same version give the same numbers on the same data.</param>
public sealed record SemanticModel(
    IReadOnlyList<Subject> Subjects,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<Hierarchy> Hierarchies,
    string Version)
{
    /// <summary>Who may see what, in the order of the files; a principal names the roles that it has.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>Measures that are held against each other.</summary>
    public IReadOnlyList<Cross> Crosses { get; init; } = [];

    /// <summary>What a change in the company may bring.</summary>
    public IReadOnlyList<Benefit> Benefits { get; init; } = [];

    /// <summary>Rates that questions about worth state.</summary>
    public IReadOnlyList<WorthRate> Rates { get; init; } = [];

    /// <summary>Every sum that is kept beside a fact.</summary>
    public IEnumerable<Rollup> Rollups => Subjects.SelectMany(subject => subject.Rollups);

    /// <summary>The subject of that name, or null.</summary>
    public Subject? Subject(string name) => Subjects.FirstOrDefault(subject => subject.Name == name);

    /// <summary>The dimension of that name, or null.</summary>
    public Dimension? Dimension(string name) => Dimensions.FirstOrDefault(dimension => dimension.Name == name);
}
