namespace ProdSales.Semantics;

/// <summary>What compiling the files of a model gave: the model, or every defect at once.</summary>
/// <param name="Compiled">The model, or null when there is a defect.</param>
/// <param name="Defects">Every defect, in the order of files and lines.</param>
public sealed record ModelCompilation(SemanticModel? Compiled, IReadOnlyList<ModelDefect> Defects)
{
    /// <summary>The model.</summary>
    /// <exception cref="InvalidOperationException">There is a defect; the message lists them all.</exception>
    public SemanticModel Model => Compiled ?? throw new InvalidOperationException(string.Join(Environment.NewLine, Defects));
}
