using ProdSales.Learning.Selection;
using ProdSales.Learning.Trained;

namespace ProdSales.Bench.Models.Scores;

/// <summary>The same rows and seed give the same bytes.</summary>
internal sealed class ReproductionProtocol : IProtocol
{
    /// <inheritdoc/>
    public string Id => "S3";

    /// <inheritdoc/>
    public string Question => "Telco model learned three times, with 1, 1 and 2 threads: how many different sha-256 the bytes have.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => data.Absent(TelcoData.File);

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        LearnData rows = TelcoData.Read(data);
        string[] hashes =
        [
            .. ((int[])[1, 1, 2]).Select(threads => ModelBytes.Sha256Of(ModelBytes.Write(Learner.Learn(rows, new LearnSettings { Threads = threads }, CancellationToken.None).Model!))),
        ];
        yield return new Figure("different models", hashes.Distinct(StringComparer.Ordinal).Count(), Bar.AtMost(1, 1, 1), hashes[0]);
    }
}
