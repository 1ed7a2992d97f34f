using System.Globalization;
using ProdSales.Bench.Drill;
using ProdSales.Warehouse;

namespace ProdSales.Bench.Wide;

/// <summary>Answers of some 200,000 rows: as JSON from the engine, as JSON by way of objects, and as Arrow.</summary>
internal sealed class WideBenchmark : IBenchmark
{
    private const int Pairs = 9;
    private const double Millions = 0.5;

    public string Name => "wide";

    public string Question =>
        "What processor time does an answer of some 200,000 rows cost as nested JSON from the engine, against JSON by way of objects and System.Text.Json; and as Arrow, against the engine's JSON? The time of the statement with nothing done to its rows is taken from each, and told.";

    public string Quantity => "CPU time";

    public IEnumerable<RatioRow> Run(string workFolder, double scale)
    {
        using WarehouseDatabase warehouse = SalesStar.Make(Path.Combine(workFolder, "wide.duckdb"), Millions);
        WideQuestion question = new(warehouse);
        List<WideRow> rows = question.AsObjects();
        byte[] json = question.AsJson();
        Hold(DrillBenchmark.LeafRevenue(json) == rows.Sum(row => row.Revenue), "The revenue of the JSON is not that of the rows.");
        Hold(question.AsArrow() == rows.Count && question.Drained() == rows.Count, "Arrow has another number of rows.");

        double statement = RatioRow.Median(Pairing.CpuInTurn(Pairs, () => question.Drained(), () => question.Drained()).Ours);
        (IReadOnlyList<double> ours, IReadOnlyList<double> objects) = Pairing.CpuInTurn(Pairs, () => question.AsJson(), () => question.AsJsonOfObjects());
        yield return new RatioRow(
            "JSON, against JSON by way of objects", Without(ours, statement), Without(objects, statement), "at most 0.35",
            string.Create(CultureInfo.InvariantCulture, $"{rows.Count:#,0} rows, {json.Length / 1e6:0.0} MB, revenue equal; {Told(ours)} against {Told(objects)}, of each {1000 * statement:0} ms the statement"));

        (IReadOnlyList<double> arrow, IReadOnlyList<double> nested) = Pairing.CpuInTurn(Pairs, () => question.AsArrow(), () => question.AsJson());
        yield return new RatioRow("Arrow, against the engine's JSON", Without(arrow, statement), Without(nested, statement), "at most 0.2", string.Create(CultureInfo.InvariantCulture, $"{Told(arrow)} against {Told(nested)}"));
    }

    private static double[] Without(IReadOnlyList<double> seconds, double statement) => [.. seconds.Select(value => Math.Max(value - statement, 1e-5))];

    private static string Told(IReadOnlyList<double> seconds) => string.Create(CultureInfo.InvariantCulture, $"{1000 * RatioRow.Median(seconds):0} ms");

    private static void Hold(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
