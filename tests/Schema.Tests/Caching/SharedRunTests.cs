using System.Text;
using System.Text.Json;
using ProdSales.GraphQL.Http;

namespace ProdSales.SchemaTests.Caching;

/// <summary>Many who ask at once, and loading meanwhile.</summary>
public sealed class SharedRunTests : IDisposable
{
    private const string Question = """
        {
          early: sales(period: { from: "2024-01-01", to: "2024-12-31" }, asOf: "2026-01-01") { total { revenue } }
          late: sales(period: { from: "2025-01-01", to: "2025-12-31" }, asOf: "2026-01-01") { total { revenue } }
        }
        """;

    private const int Commits = 50;

    private readonly CachedPlant _plant = new();

    public void Dispose() => _plant.Dispose();

    [Fact]
    public async Task Equal_requests_at_the_same_time_are_one_run()
    {
        Task<KeptAnswer>[] asked;
        using (_plant.AllReaders())
        {
            asked = [.. Enumerable.Range(0, 20).Select(_ => _plant.AskAsync(Question))];
        }

        KeptAnswer[] answers = await Task.WhenAll(asked);
        Assert.Equal(1, _plant.Cache.Runs);
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Who_leaves_does_not_take_the_others_along()
    {
        using CancellationTokenSource left = new();
        Task<KeptAnswer> first;
        Task<KeptAnswer> second;
        using (_plant.AllReaders())
        {
            first = _plant.AskAsync(Question, cancellationToken: left.Token);
            second = _plant.AskAsync(Question);
            await left.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        }

        Assert.NotNull((await second).Version);
        Assert.Equal(1, _plant.Cache.Runs);
    }

    [Fact]
    public async Task A_run_ends_when_all_have_left_and_the_next_one_begins_anew()
    {
        using CancellationTokenSource left = new();
        using (_plant.AllReaders())
        {
            Task<KeptAnswer> only = _plant.AskAsync(Question, cancellationToken: left.Token);
            await left.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => only);
        }

        Assert.NotNull((await _plant.AskAsync(Question)).Version);
        Assert.Equal(2, _plant.Cache.Runs);
    }

    [Fact]
    public async Task Loading_meanwhile_never_gives_an_answer_that_mixes_or_lags_commits()
    {
        Set(1);
        (decimal early, decimal late) = Read(await _plant.AskAsync(Question));
        Assert.True(early > 0 && late > 0);
        int committed = 1;
        Task loading = Task.Run(() =>
        {
            for (int factor = 2; factor <= Commits; factor++)
            {
                Set(factor);
                Volatile.Write(ref committed, factor);
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            do
            {
                int atLeast = Volatile.Read(ref committed);
                (decimal nowEarly, decimal nowLate) = Read(await _plant.AskAsync(Question));
                decimal factor = nowEarly / early;
                Assert.Equal(factor, nowLate / late);
                Assert.True(factor >= atLeast, $"The answer is of commit {factor}, though {atLeast} had been acknowledged before it was asked for.");
            }
            while (!loading.IsCompleted);
        })));
        await loading;
        Assert.Equal(Commits * early, Read(await _plant.AskAsync(Question)).Early);
    }

    private void Set(int factor) => _plant.Change($"UPDATE fact_sales_order_line SET net_amount = {factor}", "fact_sales_order_line");

    private static (decimal Early, decimal Late) Read(KeptAnswer answer)
    {
        Assert.True(answer.Errors.Count == 0, Encoding.UTF8.GetString(answer.Utf8.Span));
        JsonElement data = JsonDocument.Parse(answer.Utf8).RootElement.GetProperty("data");
        return (Revenue(data, "early"), Revenue(data, "late"));
    }

    private static decimal Revenue(JsonElement data, string field) => data.GetProperty(field).GetProperty("total").GetProperty("revenue").GetDecimal();
}
