using System.Globalization;
using ProdSales.Bench.Drill;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Arrow;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Bench.Wide;

/// <summary>Answers of some 200,000 rows: as JSON from the engine, as JSON by way of objects, and as Arrow.</summary>
internal sealed class WideBenchmark : IBenchmark
{
    private const int Rounds = 21;
    private const int Times = 3;
    private const double Millions = 0.5;

    public string Name => "wide";

    public string Question =>
        "What processor time does it cost to write an answer of some 200,000 rows: as nested JSON by the engine, against JSON by way of objects and System.Text.Json; and as Arrow, against both? Each side's statement has run when its clock starts, and the database holds the rows; fetching them counts, and for the engine everything else that a request takes below HTTP.";

    public string Quantity => "CPU time";

    public IEnumerable<RatioRow> Run(string workFolder, double scale)
    {
        using WarehouseDatabase warehouse = SalesStar.Make(Path.Combine(workFolder, "wide.duckdb"), Millions);
        WideQuestion question = new(warehouse);
        long rows = HoldEqual(question, out long bytes);
        DuckDbDataReader? reader = null;
        ResultChunks? chunks = null;
        IReadOnlyList<double[]> seconds = Pairing.CpuOfPrepared(
            Rounds,
            Times,
            (question.HoldNested, () => question.WriteJson(Stream.Null)),
            (() => reader = question.HoldReader(), () => WriteAndEnd(reader!)),
            (() => chunks = question.HoldChunks(), () => WriteAndEnd(chunks!)),
            (() => chunks = question.HoldChunks(), () => ConvertAndEnd(chunks!)),
            (Nothing, () => question.WriteOfProduct(Stream.Null)));
        string size = string.Create(CultureInfo.InvariantCulture, $"{rows:#,0} rows, {bytes / 1e6:0.0} MB of JSON");
        yield return new RatioRow(
            "JSON, against JSON by way of objects", seconds[0], seconds[1], "at most 0.35",
            $"{size}, revenue equal; {Told(seconds[0])} against {Told(seconds[1])}; with its statement the answer takes {Told(seconds[4])}");
        yield return new RatioRow(
            "Arrow, against the engine's JSON", seconds[2], seconds[0], "at most 0.2",
            $"{Told(seconds[2])}; every row of Arrow repeats its region and day, which the nested JSON says once");
        yield return new RatioRow("Arrow, against JSON by way of objects", seconds[2], seconds[1], "at most 0.2", "both tell the same flat rows");
        yield return new RatioRow("Arrow, against the database turning its rows into Arrow's arrays and nothing else", seconds[2], seconds[3], "", $"the floor of its C data interface: {Told(seconds[3])}");
    }

    // Both ways of JSON and Arrow give the same rows, and the rows that are held give the bytes of the product.
    private static long HoldEqual(WideQuestion question, out long bytes)
    {
        using MemoryStream ofProduct = new();
        question.WriteOfProduct(ofProduct);
        using MemoryStream json = new();
        question.WriteJson(json);
        question.HoldNested();
        using MemoryStream held = new();
        question.WriteJson(held);
        Hold(ofProduct.ToArray().AsSpan().SequenceEqual(json.ToArray()) && json.ToArray().AsSpan().SequenceEqual(held.ToArray()), "Rows that are held give other bytes than the product does.");
        using DuckDbDataReader reader = question.HoldReader();
        List<WideRow> rows = WideQuestion.AsObjects(reader);
        Hold(DrillBenchmark.LeafRevenue(json.ToArray()) == rows.Sum(row => row.Revenue), "The revenue of the JSON is not that of the rows.");
        using ResultChunks chunks = question.HoldChunks();
        Hold(WideQuestion.AsArrow(chunks) == rows.Count, "Arrow has another number of rows.");
        bytes = json.Length;
        return rows.Count;
    }

    private static void WriteAndEnd(DuckDbDataReader reader)
    {
        using (reader)
        {
            WideQuestion.WriteJsonOfObjects(reader, Stream.Null);
        }
    }

    private static void WriteAndEnd(ResultChunks chunks)
    {
        using (chunks)
        {
            WideQuestion.AsArrow(chunks);
        }
    }

    private static void ConvertAndEnd(ResultChunks chunks)
    {
        using (chunks)
        {
            using ArrowResult result = new(chunks);
            while (result.Next() is { } batch)
            {
                batch.Dispose();
            }
        }
    }

    private static void Nothing()
    {
    }

    private static string Told(double[] seconds) => string.Create(CultureInfo.InvariantCulture, $"{1000 * RatioRow.Median(seconds):0.0} ms (least {1000 * seconds.Min():0.0})");

    private static void Hold(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
