namespace ProdSales.Bench.Models;

/// <summary>One exact way to measure a model on public data, with what it should reach.</summary>
public interface IProtocol
{
    /// <summary>Gets the id, as in F1; protocols are listed in the order in which <see cref="ModelsBenchmark"/> names them.</summary>
    string Id { get; }

    /// <summary>Gets one sentence that says what is measured, on what, and how.</summary>
    string Question { get; }

    /// <summary>Says why nothing can be measured on this folder, as a clause that names the absent file; null when it can.</summary>
    /// <param name="data">The data.</param>
    string? Absence(DataFolder data);

    /// <summary>Measures. Nothing may be chosen on the parts that are held out.</summary>
    /// <param name="data">The data; <see cref="Absence"/> was null for it.</param>
    /// <returns>The figures, each as soon as it is known.</returns>
    IEnumerable<Figure> Measure(DataFolder data);
}
