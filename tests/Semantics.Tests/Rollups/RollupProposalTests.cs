using ProdSales.Plants;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;
using ProdSales.Support;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.SemanticsTests.Rollups;

/// <summary>What is asked of facts is counted by shape, and a proposal pasted into the model answers what it was made from.</summary>
public sealed class RollupProposalTests : IDisposable
{
    private static readonly ModelFile[] WithoutRollups = [.. ModelFile.Shipped.Select(file => file with { Text = UpToRollups(file.Text) })];

    private static readonly SemanticModel Model = ModelReader.Compile(WithoutRollups).Model!;

    private static readonly Subject Sales = Model.Subject("sales")!;

    private static readonly Period Months = new(new DateOnly(2024, 1, 1), new DateOnly(2025, 12, 31));

    private readonly TemporaryFolder _folder = new();
    private readonly WarehouseDatabase _warehouse;
    private readonly FixedClock _clock = new(new DateTimeOffset(2025, 10, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly QuestionLog _log;

    public RollupProposalTests()
    {
        _warehouse = PlantFile.Open(_folder.File("plant.duckdb"));
        _warehouse.Writer.Write(open => open.Connection.Execute(
            "INSERT INTO fact_sales_order_line SELECT f.* REPLACE (f.source_id || '-' || i AS source_id) FROM fact_sales_order_line AS f CROSS JOIN range(200) AS t(i)"));
        _log = new QuestionLog(_clock);
    }

    public void Dispose()
    {
        _warehouse.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_proposal_pasted_into_the_model_answers_the_questions_that_it_was_made_from()
    {
        MetricQuery[] asked = [By("region", "revenue"), By("region", "gross_margin_rate"), By("product_line", "revenue")];
        Array.ForEach(asked, Ask);
        await QuestionLedger.SaveAsync(_warehouse, _log);

        RollupProposal proposal = Assert.Single(Proposals());
        Assert.Equal(("sales_order_line_month", "sales"), (proposal.Rollup.Name, proposal.Subject.Name));
        Assert.Equal(3, proposal.Times);
        Assert.Equal(3 * Number("SELECT count(*) FROM fact_sales_order_line WHERE is_cancelled IS NOT TRUE AND ordered_date BETWEEN DATE '2024-01-01' AND DATE '2025-12-31'"), proposal.RowsRead);
        Assert.Equal(Number("SELECT count(*) FROM (SELECT DISTINCT date_trunc('month', f.ordered_date), f.region_key, p.product_line FROM fact_sales_order_line AS f JOIN dim_product AS p USING (product_key) WHERE f.is_cancelled IS NOT TRUE)"), proposal.RowsKept);
        Assert.Equal(Number("SELECT count(*) FROM fact_sales_order_line"), proposal.RowsOfFact);

        SemanticModel pasted = Pasted(proposal);
        RollupUpkeep.Fit(_warehouse, pasted);
        using ReaderLease lease = _warehouse.Readers.Lease();
        Assert.Equal(proposal.RowsKept, Number($"SELECT count(*) FROM {Assert.Single(pasted.Rollups).Table}"));
        foreach (MetricQuery query in asked)
        {
            QueryPlan routed = QueryPlanner.Plan(Of(pasted, query) with { Rollups = RollupUpkeep.Kept(lease.Connection, pasted) });
            Assert.Equal("sales_order_line_month", Assert.Single(routed.Scans).Rollup?.Name);
            Assert.Equal(Answer(lease.Connection, QueryPlanner.Plan(query)), Answer(lease.Connection, routed));
        }

        Assert.Empty(RollupProposals.Of(pasted, lease.Connection));
    }

    [Fact]
    public async Task Steps_of_a_month_want_days_and_attributes_of_another_day_want_their_member()
    {
        Ask(By("product_line", "revenue") with { History = History.AsIs });
        Ask(By("channel", "revenue") with { Period = Months with { To = new DateOnly(2025, 12, 30) } });
        await QuestionLedger.SaveAsync(_warehouse, _log);

        Assert.Equal(
            ["sales_order_line|false|channel|revenue", "sales_order_line|true|product|revenue"],
            Texts("SELECT fact, CAST(is_monthly AS VARCHAR), dimensions, measures FROM question_shape ORDER BY dimensions"));
    }

    [Fact]
    public async Task The_same_shape_is_counted_together_over_several_savings()
    {
        Ask(By("region", "revenue"));
        Ask(By("region", "revenue") with { Period = new(new DateOnly(2025, 1, 1), new DateOnly(2025, 3, 31)) });
        await QuestionLedger.SaveAsync(_warehouse, _log);
        Ask(By("region", "revenue"));

        Assert.Equal(1, await QuestionLedger.SaveAsync(_warehouse, _log));
        Assert.Equal(0, await QuestionLedger.SaveAsync(_warehouse, _log));
        Assert.Equal(["3"], Texts("SELECT asked FROM question_shape"));
    }

    [Fact]
    public async Task What_no_rollup_could_serve_or_one_has_served_is_not_counted()
    {
        Ask(By("region", "orders"));
        Ask(new MetricQuery { Subject = Model.Subject("pipeline_days")!, Period = Months, AsOf = Day, Cuts = [new CutRequest { Measures = [.. Model.Subject("pipeline_days")!.Measures.Take(1).Select(measure => new MeasureRequest(measure))] }] });
        RollupUpkeep.Fit(_warehouse, ModelReader.Shipped);
        _log.Note(ModelReader.Shipped, QueryPlanner.Plan(Of(ModelReader.Shipped, By("region", "revenue")) with { Rollups = [.. ModelReader.Shipped.Rollups] }));

        Assert.Equal(0, await QuestionLedger.SaveAsync(_warehouse, _log));
    }

    [Fact]
    public async Task A_rollup_that_would_hardly_be_smaller_than_its_fact_is_not_proposed()
    {
        _warehouse.Writer.Write(open => open.Connection.Execute("DELETE FROM fact_sales_order_line WHERE source_id LIKE '%-%'"));
        Ask(By("customer", "revenue"));
        await QuestionLedger.SaveAsync(_warehouse, _log);

        Assert.Empty(Proposals());
    }

    [Fact]
    public async Task The_log_holds_a_bounded_number_of_shapes()
    {
        Dimension[] filters = [.. new[] { "region", "customer", "product", "organisation", "employee", "channel", "promotion", "currency" }.Select(name => Model.Dimension(name)!)];
        for (int subset = 0; subset < 1 << filters.Length; subset++)
        {
            Ask(By("source_system", "revenue") with
            {
                Filters = [.. filters.Where((_, index) => (subset & (1 << index)) != 0).Select(dimension => new MemberFilter(dimension, false, true, ["nobody"]))],
            });
        }

        Assert.Equal(QuestionLog.MostShapes, await QuestionLedger.SaveAsync(_warehouse, _log));
        Ask(By("product_line", "revenue"));
        await QuestionLedger.SaveAsync(_warehouse, _log);
        Assert.Equal([$"{QuestionLog.MostShapes}|1"], Texts("SELECT count(*), count(*) FILTER (dimensions = 'product_line') FROM question_shape"));
    }

    private static DateOnly Day => new(2026, 1, 1);

    private static MetricQuery By(string dimension, string measure) => new()
    {
        Subject = Sales,
        Period = Months,
        AsOf = Day,
        Cuts = [new CutRequest { Dimension = Model.Dimension(dimension), Measures = [new MeasureRequest(Sales.Measure(measure)!)] }],
    };

    private static MetricQuery Of(SemanticModel model, MetricQuery query) => query with
    {
        Subject = model.Subject("sales")!,
        Cuts = [.. query.Cuts.Select(cut => cut with { Dimension = model.Dimension(cut.Dimension!.Name), Measures = [.. cut.Measures.Select(asked => new MeasureRequest(model.Subject("sales")!.Measure(asked.Measure.Name)!))] })],
    };

    private static SemanticModel Pasted(RollupProposal proposal)
    {
        ModelCompilation compiled = ModelReader.Compile(
            [.. WithoutRollups.Select(file => file.Text.Contains("subject: sales\n", StringComparison.Ordinal) ? file with { Text = $"{file.Text}rollups:\n{proposal.Yaml}\n" } : file)]);
        Assert.Empty(compiled.Defects);
        return compiled.Model!;
    }

    private static string UpToRollups(string text) => text.IndexOf("rollups:", StringComparison.Ordinal) is >= 0 and int start ? text[..start] : text;

    private static string Answer(DuckDbConnection connection, QueryPlan plan)
    {
        SqlStatement statement = StatementSql.Of(plan);
        return ResultRows.Lines(ResultRows.Read(connection, statement.Text, statement.Parameters));
    }

    private void Ask(MetricQuery query) => _log.Note(Model, QueryPlanner.Plan(query));

    private IReadOnlyList<RollupProposal> Proposals()
    {
        using ReaderLease lease = _warehouse.Readers.Lease();
        return RollupProposals.Of(Model, lease.Connection);
    }

    private long Number(string sql) => long.Parse(Assert.Single(Texts(sql)), System.Globalization.CultureInfo.InvariantCulture);

    private string[] Texts(string sql)
    {
        using ReaderLease lease = _warehouse.Readers.Lease();
        return [.. ResultRows.Read(lease.Connection, sql).Select(row => string.Join('|', row))];
    }
}
