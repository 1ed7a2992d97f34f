using System.Globalization;
using ProdSales.Bench.Drill;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Bench.Explain;

/// <summary>A change explained along six dimensions against one hand-written breakdown of both years.</summary>
internal sealed class ExplainBenchmark : IBenchmark
{
    private const int Pairs = 7;

    private const string Breakdown = """
        SELECT p.product_line, year(l.ordered_date) AS y, sum(l.net_amount - l.cost_amount) AS margin, sum(l.net_amount) AS net
        FROM fact_sales_order_line AS l INNER JOIN dim_product AS p USING (product_key)
        WHERE l.ordered_date BETWEEN DATE '2024-01-01' AND DATE '2025-12-31' AND l.is_cancelled IS NOT TRUE
        GROUP BY ALL
        """;

    public string Name => "explain";

    public string Question => "What does an explanation of the gross margin rate cost (exact attribution along all dimensions, search for segments, causes), against one hand-written breakdown by product line over the same two years?";

    public IEnumerable<RatioRow> Run(string workFolder, double scale)
    {
        using WarehouseDatabase warehouse = SalesStar.Make(Path.Combine(workFolder, "explain.duckdb"), scale);
        using ReaderLease lease = warehouse.Readers.Lease();
        DuckDbConnection connection = lease.Connection;
        Explanation explanation = Explain(connection);
        DimensionAttribution lines = explanation.Attributions.Single(attribution => attribution.Dimension.Name == "product_line");
        double worst = Rows(connection).Max(row => Math.Abs(row.Rate - (double)Value(lines, row)));
        if (worst > 1e-9 || lines.Members.Sum(member => member.Contribution) != explanation.Change)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The breakdown differs by {worst}, or the attribution does not sum."));
        }

        (IReadOnlyList<double> ours, IReadOnlyList<double> reference) = Pairing.InTurn(Pairs, () => Explain(connection), () => Rows(connection), warmUps: 2);
        string note = string.Create(
            CultureInfo.InvariantCulture,
            $"{explanation.Attributions.Count} dimensions, {explanation.SegmentsTested} parts tested, values equal to the breakdown's, contributions sum exactly");
        yield return new RatioRow("explanation against one breakdown", ours, reference, "time at most 1.5", note);
    }

    private static Explanation Explain(DuckDbConnection connection) => Explainer.Explain(
        ModelReader.Shipped,
        new ExplanationRequest
        {
            Measure = ModelReader.Shipped.Subject("sales")!.Measure("gross_margin_rate")!,
            Contrast = new PeriodContrast(new(new(2025, 1, 1), new(2025, 12, 31)), new(new(2024, 1, 1), new(2024, 12, 31))),
            AsOf = new(2026, 1, 1),
        },
        connection).Explanation!;

    private static List<(string Line, long Year, double Rate)> Rows(DuckDbConnection connection)
    {
        using DuckDbCommand command = connection.CreateCommand(Breakdown);
        using DuckDbDataReader reader = command.ExecuteReader();
        List<(string, long, double)> rows = [];
        while (reader.Read())
        {
            rows.Add((reader.GetString(0), reader.GetInt64(1), (double)(reader.GetDecimal(2) / reader.GetDecimal(3))));
        }

        return rows;
    }

    private static decimal Value(DimensionAttribution lines, (string Line, long Year, double Rate) row)
    {
        MemberContribution member = lines.Members.Single(member => member.Member.Name == row.Line);
        return (row.Year == 2025 ? member.Now : member.Before)!.Value;
    }
}
