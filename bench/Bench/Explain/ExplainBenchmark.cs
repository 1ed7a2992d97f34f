using System.Globalization;
using ProdSales.Bench.Drill;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Bench.Explain;

/// <summary>A change explained along six dimensions against one breakdown of the same measure, periods and rows by the product's own SQL.</summary>
internal sealed class ExplainBenchmark : IBenchmark
{
    private const int Pairs = 9;

    private static readonly Measure Margin = ModelReader.Shipped.Subject("sales")!.Measure("gross_margin_rate")!;
    private static readonly Period Now = new(new(2025, 1, 1), new(2025, 12, 31));
    private static readonly Period Before = new(new(2024, 1, 1), new(2024, 12, 31));
    private static readonly DateOnly AsOf = new(2026, 1, 1);

    public string Name => "explain";

    public string Quantity => "CPU time";

    public string Question => "What does an explanation of the gross margin rate cost (exact attribution along six dimensions, search for segments of up to three members, causes), against one breakdown by product line of both years, planned, run and read by the product itself?";

    public IEnumerable<RatioRow> Run(string workFolder, double scale)
    {
        using WarehouseDatabase warehouse = SalesStar.Make(Path.Combine(workFolder, "explain.duckdb"), scale);
        using ReaderLease lease = warehouse.Readers.Lease();
        DuckDbConnection connection = lease.Connection;
        Explanation explanation = Explain(connection);
        Require(explanation, Breakdown(connection));
        (IReadOnlyList<double> ours, IReadOnlyList<double> reference) =
            Pairing.CpuInTurn(Pairs, () => Explain(connection), () => Breakdown(connection));
        int dimensions = explanation.Attributions.Count(attribution => attribution.Members.Count > 1);
        string note = string.Create(
            CultureInfo.InvariantCulture,
            $"{dimensions} dimensions of more than one member, {explanation.SegmentsTested} parts tested, values equal to the breakdown's, contributions sum exactly");
        yield return new RatioRow("explanation against one breakdown", ours, reference, "CPU time at most 1.5", note);
    }

    private static Explanation Explain(DuckDbConnection connection) => Explainer.Explain(
        ModelReader.Shipped, new ExplanationRequest { Measure = Margin, Contrast = new PeriodContrast(Now, Before), AsOf = AsOf }, connection).Explanation!;

    private static Dictionary<string, (double Now, double Before)> Breakdown(DuckDbConnection connection)
    {
        Dimension line = ModelReader.Shipped.Dimension("product_line")!;
        MeasureRequest[] measures = [new(Margin), new(Margin, Comparison.SamePeriodLastYear)];
        SqlStatement statement = StatementSql.Of(QueryPlanner.Plan(new MetricQuery
        {
            Subject = ModelReader.Shipped.Subject("sales")!,
            Period = Now,
            AsOf = AsOf,
            Cuts = [new CutRequest { Dimension = line, Measures = measures, Fields = [new CutField(line, false)] }],
        }));
        using DuckDbCommand command = statement.CommandOn(connection);
        using DuckDbDataReader reader = command.ExecuteReader();
        Dictionary<string, (double, double)> rows = new(StringComparer.Ordinal);
        while (reader.Read())
        {
            rows.Add(
                reader.GetString(statement.Position(line.Name)),
                (reader.GetDouble(statement.Position(measures[0].Column)), reader.GetDouble(statement.Position(measures[1].Column))));
        }

        return rows;
    }

    private static void Require(Explanation explanation, Dictionary<string, (double Now, double Before)> breakdown)
    {
        DimensionAttribution lines = explanation.Attributions.Single(attribution => attribution.Dimension.Name == "product_line");
        double worst = lines.Members.Max(member => Math.Max(
            Math.Abs((double)member.Now!.Value - breakdown[member.Member.Name!].Now), Math.Abs((double)member.Before!.Value - breakdown[member.Member.Name!].Before)));
        bool sums = explanation.Attributions.All(attribution => attribution.Members.Sum(member => member.Contribution) == explanation.Change);
        if (worst > 1e-9 || !sums || lines.Members.Count != breakdown.Count)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The breakdown differs by {worst}, or an attribution does not sum."));
        }
    }
}
