namespace ProdSales.Bench;

/// <summary>One question about speed, answered by ratios inside one run.</summary>
public interface IBenchmark
{
    /// <summary>Gets the name by which <c>bench/run NAME</c> finds it; also the name of its page in bench/results.</summary>
    string Name { get; }

    /// <summary>Gets one sentence that says what is compared with what.</summary>
    string Question { get; }

    /// <summary>Gets what is compared, as in time, CPU time or memory: less is better.</summary>
    string Quantity => "time";

    /// <summary>Measures. Each pair first shows that both sides give equal results.</summary>
    /// <param name="workFolder">An empty folder for files; deleted afterwards.</param>
    /// <param name="scale">Rows in millions, where the benchmark has a size.</param>
    /// <returns>One row a comparison.</returns>
    IEnumerable<RatioRow> Run(string workFolder, double scale);
}
