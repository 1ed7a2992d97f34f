using System.Globalization;
using ProdSales.Bench.Drill;
using ProdSales.Warehouse;

namespace ProdSales.Bench.Wide;

/// <summary>Answers of some 200,000 rows: as JSON from the engine, as JSON by way of objects, and as Arrow.</summary>
internal sealed class WideBenchmark : IBenchmark
{
    private const int Rounds = 41;
    private const double Millions = 0.5;

    public string Name => "wide";

    public string Question =>
        "What processor time does an answer of some 200,000 rows cost as nested JSON from the engine, against JSON by way of objects and System.Text.Json; and as Arrow, against the engine's JSON? The time of each side's own statement with nothing done to its rows is taken from it, and told: the nested answer also asks for the levels above.";

    public string Quantity => "CPU time";

    public IEnumerable<RatioRow> Run(string workFolder, double scale)
    {
        using WarehouseDatabase warehouse = SalesStar.Make(Path.Combine(workFolder, "wide.duckdb"), Millions);
        WideQuestion question = new(warehouse);
        List<WideRow> rows = question.AsObjects();
        using MemoryStream json = new();
        question.WriteJson(json);
        Hold(DrillBenchmark.LeafRevenue(json.ToArray()) == rows.Sum(row => row.Revenue), "The revenue of the JSON is not that of the rows.");
        Hold(question.AsArrow() == rows.Count && question.Drained() == rows.Count, "Arrow has another number of rows.");

        IReadOnlyList<double[]> told = Pairing.CpuInRounds(
            Rounds, () => question.WriteJson(Stream.Null), () => question.NestedDrained(), () => question.WriteJsonOfObjects(Stream.Null), () => question.Drained(), () => question.AsArrow());
        double[] ours = Without(told[0], told[1]);
        yield return new RatioRow(
            "JSON, against JSON by way of objects", ours, Without(told[2], told[3]), "at most 0.35",
            string.Create(CultureInfo.InvariantCulture, $"{rows.Count:#,0} rows, {json.Length / 1e6:0.0} MB, revenue equal; {Told(told[0])}, of which {Told(told[1])} the statement, against {Told(told[2])}, of which {Told(told[3])}"));
        yield return new RatioRow("Arrow, against the engine's JSON", Without(told[4], told[3]), ours, "at most 0.2", $"{Told(told[4])}, of which {Told(told[3])} the statement");
    }

    private static double[] Without(double[] seconds, double[] statement) => [.. seconds.Zip(statement, (whole, part) => Math.Max(whole - part, 1e-5))];

    private static string Told(double[] seconds) => string.Create(CultureInfo.InvariantCulture, $"{1000 * RatioRow.Median(seconds):0} ms (least {1000 * seconds.Min():0})");

    private static void Hold(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
