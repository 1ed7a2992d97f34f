using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using ProdSales.GraphQL.Http;
using ProdSales.Schema;
using ProdSales.Semantics;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;
using ProdSales.Warehouse.Statements;

namespace ProdSales.SchemaTests.Caching;

/// <summary>What is kept, for whom, and until when.</summary>
public sealed class KeptAnswerTests : IDisposable
{
    private const string Days = "period: { from: \"2024-01-01\", to: \"2025-12-31\" }";

    private const string Revenue = $"{{ sales({Days}, asOf: \"2026-01-01\") {{ total {{ revenue }} }} }}";

    private const string RevenueByRegion = $"{{ sales({Days}, asOf: \"2026-01-01\") {{ byRegion {{ region revenue }} }} }}";

    private readonly CachedPlant _plant = new();

    public void Dispose() => _plant.Dispose();

    [Fact]
    public async Task The_same_mutation_is_done_each_time_it_is_asked()
    {
        _plant.Change("""
            INSERT INTO prediction_model
            VALUES ('win_90-1', 'win_90', 'champion', TIMESTAMP '2025-09-30 06:00:00', DATE '2025-09-30', '{}', 'f', '[]', 42, 'good', 400, 100, '{}', '[]', '{}', 's')
            """);
        for (int time = 1; time <= 2; time++)
        {
            KeptAnswer answer = await _plant.AskAsync("""mutation { retireModel(model: "win_90-1", reason: "again") { status } }""");
            Assert.Equal("""{"data":{"retireModel":{"status":"RETIRED"}}}""", Encoding.UTF8.GetString(answer.Utf8.Span));
            Assert.Null(answer.Version);
            using ReaderLease lease = _plant.Warehouse.Readers.Lease();
            using DuckDbCommand count = lease.Connection.CreateCommand("SELECT count(*) FROM prediction_model_event WHERE reason = 'again'");
            Assert.Equal((long)time, count.ExecuteScalar());
        }
    }

    [Fact]
    public async Task The_same_question_is_run_once()
    {
        KeptAnswer first = await _plant.AskAsync(Revenue);
        KeptAnswer second = await _plant.AskAsync(Revenue);

        Assert.Equal(1, _plant.Cache.Runs);
        Assert.NotNull(first.Version);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_change_of_the_fact_that_is_read_changes_the_answer_and_its_version()
    {
        string? before = await _plant.VersionAsync(Revenue);
        decimal revenue = (await _plant.DataAsync(Revenue)).GetProperty("sales").GetProperty("total").GetProperty("revenue").GetDecimal();
        _plant.Change("UPDATE fact_sales_order_line SET net_amount = net_amount * 2", "fact_sales_order_line");

        Assert.NotEqual(before, await _plant.VersionAsync(Revenue));
        Assert.Equal(2 * revenue, (await _plant.DataAsync(Revenue)).GetProperty("sales").GetProperty("total").GetProperty("revenue").GetDecimal());
    }

    [Theory]
    [InlineData("fact_ticket")]
    [InlineData("fact_invoice")]
    [InlineData("dim_product")]
    public async Task A_change_of_what_is_not_read_changes_nothing(string table)
    {
        string? before = await _plant.VersionAsync(RevenueByRegion);
        _plant.Change("SELECT 1", table);

        Assert.Equal(before, await _plant.VersionAsync(RevenueByRegion));
        Assert.Equal(1, _plant.Cache.Runs);
    }

    [Fact]
    public async Task A_change_of_a_dimension_changes_the_answers_that_name_it()
    {
        string? total = await _plant.VersionAsync(Revenue);
        string? cut = await _plant.VersionAsync(RevenueByRegion);
        _plant.Change("UPDATE dim_region SET region = region || '!' WHERE region_key > 0", "dim_region");

        Assert.Equal(total, await _plant.VersionAsync(Revenue));
        Assert.NotEqual(cut, await _plant.VersionAsync(RevenueByRegion));
        Assert.Contains("!", (await _plant.DataAsync(RevenueByRegion)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_changes_with_the_fact_behind_it()
    {
        const string question = $"{{ orderIntake({Days}, asOf: \"2026-01-01\") {{ total {{ netIntake }} }} }}";
        string? before = await _plant.VersionAsync(question);
        Assert.NotNull(before);
        _plant.Change("SELECT 1", "fact_sales_order_line");

        Assert.NotEqual(before, await _plant.VersionAsync(question));
    }

    [Fact]
    public async Task An_answer_out_of_a_rollup_changes_with_the_fact_behind_it_and_the_dimension_whose_attribute_it_holds()
    {
        const string question = $"{{ sales({Days}, asOf: \"2026-01-01\") {{ byProductLine {{ productLine revenue }} }} }}";
        RollupUpkeep.Fit(_plant.Warehouse, ModelReader.Shipped);
        string? before = await _plant.VersionAsync(question);
        _plant.Change("SELECT 1", "fact_ticket", "dim_customer");
        Assert.Equal(before, await _plant.VersionAsync(question));

        _plant.Change("SELECT 1", "fact_sales_order_line");
        string? afterLines = await _plant.VersionAsync(question);
        Assert.NotEqual(before, afterLines);

        _plant.Change("SELECT 1", "dim_product");
        Assert.NotEqual(afterLines, await _plant.VersionAsync(question));
    }

    [Theory]
    [InlineData("sales", "orderLines", "fact_sales_order_line")]
    [InlineData("delivery", "otifRate", "fact_schedule_line")]
    public async Task Days_on_record_are_read_again_only_when_what_they_are_read_from_has_changed(string subject, string measure, string table)
    {
        string Compared(int month) => $"{{ {subject}(period: {{ from: \"2025-0{month}-01\", to: \"2025-0{month}-28\" }}, asOf: \"2026-01-01\") {{ total {{ {measure} compare(to: PREVIOUS_PERIOD) {{ {measure} }} }} }} }}";
        Assert.Contains(await TextsAsync(Compared(3)), text => text.Contains("min(day)", StringComparison.Ordinal));

        Assert.DoesNotContain(await TextsAsync(Compared(4)), text => text.Contains("min(day)", StringComparison.Ordinal));
        _plant.Change("SELECT 1", "fact_ticket");
        Assert.DoesNotContain(await TextsAsync(Compared(5)), text => text.Contains("min(day)", StringComparison.Ordinal));
        _plant.Change("SELECT 1", table);
        Assert.Contains(await TextsAsync(Compared(6)), text => text.Contains("min(day)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_comparison_with_what_is_recorded_in_part_is_told_once_the_rest_is_there()
    {
        const string question = """{ sales(period: { from: "2025-02-01", to: "2025-03-31" }, asOf: "2026-01-01") { total { compare(to: SAME_PERIOD_LAST_YEAR) { orderLines } } } }""";
        _plant.Change("CREATE TABLE early AS FROM fact_sales_order_line WHERE ordered_date < '2024-03-20'; DELETE FROM fact_sales_order_line WHERE ordered_date < '2024-03-20'", "fact_sales_order_line");
        string? before = await _plant.VersionAsync(question);
        Assert.Contains("\"orderLines\":null", (await _plant.DataAsync(question)).GetRawText(), StringComparison.Ordinal);
        _plant.Change("INSERT INTO fact_sales_order_line FROM early; DROP TABLE early", "fact_sales_order_line");

        Assert.NotEqual(before, await _plant.VersionAsync(question));
        Assert.DoesNotContain("null", (await _plant.DataAsync(question)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_that_does_not_say_what_it_changes_changes_everything()
    {
        string? before = await _plant.VersionAsync(Revenue);
        _plant.Warehouse.Writer.Write(transaction => transaction.Connection.Execute("UPDATE fact_sales_order_line SET net_amount = 1"));

        Assert.NotEqual(before, await _plant.VersionAsync(Revenue));
    }

    [Fact]
    public async Task A_commit_of_the_ledger_alone_changes_nothing()
    {
        string? before = await _plant.VersionAsync(Revenue);
        _plant.Change("DELETE FROM quarantine_row");

        Assert.Equal(before, await _plant.VersionAsync(Revenue));
    }

    [Fact]
    public async Task A_source_that_becomes_connected_changes_the_answers_that_said_it_was_not()
    {
        _plant.Change("DELETE FROM fact_ticket", "fact_ticket");
        const string question = $"{{ tickets({Days}, asOf: \"2026-01-01\") {{ isConnected }} }}";
        string? before = await _plant.VersionAsync(question);
        _plant.Change("SELECT 1", "fact_ticket");

        Assert.NotEqual(before, await _plant.VersionAsync(question));
    }

    [Fact]
    public async Task Nobody_gets_the_answer_of_another_scope_or_language()
    {
        SecurityScope east = SecurityScope.Of(ModelReader.Shipped, new Principal(["regional_manager"], new Dictionary<string, IReadOnlyList<string>> { ["region"] = ["华东"] })).Scope!;
        KeptAnswer whole = await _plant.AskAsync(RevenueByRegion);
        KeptAnswer part = await _plant.AskAsync(RevenueByRegion, new Caller(AnswerLanguage.English, east));
        KeptAnswer chinese = await _plant.AskAsync(RevenueByRegion, new Caller(AnswerLanguage.Chinese, SecurityScope.Full));

        Assert.Equal(3, new HashSet<string?> { whole.Version, part.Version, chinese.Version }.Count);
        Assert.Contains("华南", Encoding.UTF8.GetString(whole.Utf8.Span), StringComparison.Ordinal);
        Assert.DoesNotContain("华南", Encoding.UTF8.GetString(part.Utf8.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Midnight_changes_only_the_answers_that_ask_for_the_day()
    {
        const string today = $"{{ sales({Days}) {{ total {{ revenue }} }} }}";
        string? ofToday = await _plant.VersionAsync(today);
        string? ofDay = await _plant.VersionAsync(Revenue);
        _plant.Clock.Move(TimeSpan.FromDays(1));

        Assert.NotEqual(ofToday, await _plant.VersionAsync(today));
        Assert.Equal(ofDay, await _plant.VersionAsync(Revenue));
    }

    [Fact]
    public async Task An_answer_with_errors_is_not_kept()
    {
        const string question = "{ sales(period: { from: \"2025-12-31\", to: \"2025-01-01\" }) { total { revenue } } }";

        Assert.Null(await _plant.VersionAsync(question));
        Assert.Null(await _plant.VersionAsync(question));
        Assert.Equal(2, _plant.Cache.Runs);
    }

    [Fact]
    public async Task What_was_asked_longest_ago_goes_first_when_the_bytes_are_full()
    {
        using CachedPlant small = new(bytes: 20_000);
        for (int year = 1950; year < 2000; year++)
        {
            await small.AskAsync(Of(year));
        }

        long runs = small.Cache.Runs;
        await small.AskAsync(Of(1999));
        Assert.Equal(runs, small.Cache.Runs);
        await small.AskAsync(Of(1950));
        Assert.Equal(runs + 1, small.Cache.Runs);
    }

    private static string Of(int year) => $"{{ sales(period: {{ from: \"{year}-01-01\", to: \"{year}-12-31\" }}, asOf: \"2026-01-01\") {{ total {{ revenue }} }} }}";

    private async Task<IReadOnlyCollection<string>> TextsAsync(string question)
    {
        using Activity own = new Activity("own").Start();
        ConcurrentQueue<string> heard = new();
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == StatementSpan.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (span.TraceId == own.TraceId)
                {
                    heard.Enqueue((string)span.GetTagItem("db.query.text")!);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await _plant.AskAsync(question);
        return heard;
    }
}
