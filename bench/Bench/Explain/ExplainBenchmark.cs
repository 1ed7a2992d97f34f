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

    public string Question => "What does an explanation of the gross margin rate cost, the exact attribution along six dimensions alone and the whole answer with the search for segments of up to three members and the causes, against one breakdown by product line of both years, planned, run and read by the product itself?";

    public IEnumerable<RatioRow> Run(string workFolder, double scale)
    {
        using WarehouseDatabase warehouse = SalesStar.Make(Path.Combine(workFolder, "explain.duckdb"), scale);
        using ReaderLease lease = warehouse.Readers.Lease();
        DuckDbConnection connection = lease.Connection;
        Explanation explanation = HoldEqual(connection);
        int dimensions = explanation.Attributions.Count(attribution => attribution.Members.Count > 1);
        string note = string.Create(
            CultureInfo.InvariantCulture,
            $"{dimensions} dimensions of more than one member, values equal to the breakdown's, contributions sum exactly");
        yield return Row("exact attribution along every dimension", connection, ExplanationParts.None, note);
        yield return Row(
            "whole answer", connection, ExplanationParts.All, string.Create(CultureInfo.InvariantCulture, $"{explanation.SegmentsTested} parts tested; attributions and hash those of the row above, to the last digit"));
    }

    /// <summary>Shows that the explanation says what the breakdown says, and its attribution alone the same.</summary>
    internal static Explanation HoldEqual(DuckDbConnection connection)
    {
        Explanation explanation = Explain(connection, ExplanationParts.All);
        Require(explanation, Breakdown(connection));
        RequireEqual(explanation, Explain(connection, ExplanationParts.None));
        return explanation;
    }

    private static RatioRow Row(string what, DuckDbConnection connection, ExplanationParts parts, string note)
    {
        (IReadOnlyList<double> ours, IReadOnlyList<double> reference) = Pairing.CpuInTurn(Pairs, () => Explain(connection, parts), () => Breakdown(connection));
        string cost = string.Create(CultureInfo.InvariantCulture, $"{note}; {1000 * RatioRow.Median(ours):0.0} ms against {1000 * RatioRow.Median(reference):0.0}");
        return new RatioRow(what, ours, reference, "CPU time at most 1.5", cost);
    }

    private static void RequireEqual(Explanation whole, Explanation attributed)
    {
        string Told(Explanation explanation) => string.Join('\n', explanation.Attributions.SelectMany(attribution => attribution.Members).Select(member => member.ToString()).Append(explanation.Hash));
        if (Told(whole) != Told(attributed))
        {
            throw new InvalidOperationException("The attribution alone differs from that of the whole answer.");
        }
    }

    /// <summary>The explanation, so much of it.</summary>
    internal static Explanation Explain(DuckDbConnection connection, ExplanationParts parts) => Explainer.Explain(
        ModelReader.Shipped, new ExplanationRequest { Measure = Margin, Contrast = new PeriodContrast(Now, Before), AsOf = AsOf, Parts = parts }, connection).Explanation!;

    /// <summary>One breakdown of both years.</summary>
    internal static Dictionary<string, (double Now, double Before)> Breakdown(DuckDbConnection connection)
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
