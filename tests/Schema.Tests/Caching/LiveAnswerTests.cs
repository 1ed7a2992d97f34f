using System.Text;
using System.Text.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http;
using ProdSales.Schema;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Caching;

/// <summary>Subscriptions hear of what has changed, and of nothing else.</summary>
public sealed class LiveAnswerTests : IDisposable
{
    private const string Revenue = "subscription { sales(period: { from: \"2024-01-01\", to: \"2025-12-31\" }, asOf: \"2026-01-01\") { total { revenue } } }";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Quiet = 3 * LiveAnswers.Pause;

    private readonly CachedPlant _plant = new();

    public void Dispose() => _plant.Dispose();

    [Fact]
    public async Task The_first_answer_is_that_of_the_query_and_the_next_comes_with_a_commit()
    {
        await using IAsyncEnumerator<KeptAnswer> heard = Subscribe(Revenue);
        decimal before = await NextAsync(heard);
        Task<bool> next = heard.MoveNextAsync().AsTask();
        _plant.Change("UPDATE fact_sales_order_line SET net_amount = net_amount * 2", "fact_sales_order_line");

        Assert.True(await next.WaitAsync(Soon));
        Assert.Equal((await _plant.DataAsync(Revenue["subscription ".Length..])).GetProperty("sales").GetProperty("total").GetProperty("revenue").GetDecimal(), RevenueOf(heard.Current));
        Assert.Equal(2 * before, RevenueOf(heard.Current));
    }

    [Fact]
    public async Task Many_commits_at_once_are_one_answer_the_last()
    {
        await using IAsyncEnumerator<KeptAnswer> heard = Subscribe(Revenue);
        decimal before = await NextAsync(heard);
        for (int time = 0; time < 5; time++)
        {
            _plant.Change("UPDATE fact_sales_order_line SET net_amount = net_amount * 2", "fact_sales_order_line");
        }

        decimal after = before;
        int answers = 0;
        while (after != 32 * before)
        {
            after = await NextAsync(heard);
            answers++;
        }

        Assert.InRange(answers, 1, 2);
    }

    [Fact]
    public async Task A_commit_that_changes_nothing_of_the_answer_is_not_told()
    {
        await using IAsyncEnumerator<KeptAnswer> heard = Subscribe(Revenue);
        _ = await NextAsync(heard);
        long runs = _plant.Cache.Runs;
        Task<bool> next = heard.MoveNextAsync().AsTask();
        _plant.Change("UPDATE fact_ticket SET visit_count = visit_count", "fact_ticket");
        await Task.Delay(Quiet);
        Assert.Equal(runs, _plant.Cache.Runs);
        _plant.Change("UPDATE fact_sales_order_line SET quantity = quantity", "fact_sales_order_line");
        await Task.Delay(Quiet);

        Assert.False(next.IsCompleted);
        Assert.Equal(runs + 1, _plant.Cache.Runs);
        _plant.Change("UPDATE fact_sales_order_line SET net_amount = net_amount + 1", "fact_sales_order_line");
        Assert.True(await next.WaitAsync(Soon));
    }

    [Fact]
    public async Task Equal_subscriptions_are_answered_by_one_run_and_others_see_what_they_may()
    {
        Caller east = new(AnswerLanguage.English, SecurityScope.Of(ModelReader.Shipped, new Principal(["regional_manager"], new Dictionary<string, IReadOnlyList<string>> { ["region"] = ["华东"] })).Scope!);
        IAsyncEnumerator<KeptAnswer>[] all = [.. Enumerable.Range(0, 20).Select(_ => Subscribe(Revenue)), Subscribe(Revenue, east)];
        decimal[] first = await Task.WhenAll(all.Select(NextAsync));
        long runs = _plant.Cache.Runs;
        Task<decimal>[] next = [.. all.Select(NextAsync)];
        await Task.Delay(Quiet);
        _plant.Change("UPDATE fact_sales_order_line SET net_amount = net_amount * 2", "fact_sales_order_line");
        decimal[] second = await Task.WhenAll(next).WaitAsync(Soon);

        Assert.Equal(2, runs);
        Assert.Equal(4, _plant.Cache.Runs);
        Assert.True(first[^1] < first[0]);
        Assert.Equal(first.Select(revenue => 2 * revenue), second);
        foreach (IAsyncEnumerator<KeptAnswer> subscription in all)
        {
            await subscription.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_subscription_that_is_refused_ends()
    {
        await using IAsyncEnumerator<KeptAnswer> heard = Subscribe("subscription { unknown }");

        Assert.True(await heard.MoveNextAsync());
        Assert.False(heard.Current.WasExecuted);
        Assert.False(await heard.MoveNextAsync());
    }

    [Fact]
    public async Task A_moment_in_which_the_server_is_busy_is_waited_out()
    {
        decimal revenue = (await _plant.DataAsync(Revenue["subscription ".Length..])).GetProperty("sales").GetProperty("total").GetProperty("revenue").GetDecimal();
        _plant.Change("UPDATE fact_sales_order_line SET net_amount = net_amount * 2", "fact_sales_order_line");
        using CancellationTokenSource queued = new();
        IDisposable all = _plant.AllReaders();
        List<Task> queue = [];
        while (queue.Count < 10_000 && !queue.Exists(waiting => waiting.IsFaulted))
        {
            queue.Add(_plant.Warehouse.Readers.LeaseAsync(queued.Token));
        }

        KeptAnswer busy = await _plant.AskAsync(Revenue["subscription ".Length..]);
        await using IAsyncEnumerator<KeptAnswer> heard = Subscribe(Revenue);
        Task<bool> first = heard.MoveNextAsync().AsTask();
        await Task.Delay(Quiet);
        bool wasTold = first.IsCompleted;
        await queued.CancelAsync();
        all.Dispose();

        Assert.Equal("busy", Assert.Single(busy.Errors).Code);
        Assert.False(wasTold);
        Assert.True(await first.WaitAsync(Soon));
        Assert.Equal(2 * revenue, RevenueOf(heard.Current));
    }

    [Fact]
    public async Task Who_leaves_waits_for_nothing()
    {
        using CancellationTokenSource leave = new();
        await using IAsyncEnumerator<KeptAnswer> heard = Subscribe(Revenue, cancellation: leave.Token);
        _ = await NextAsync(heard);
        Task<bool> next = heard.MoveNextAsync().AsTask();
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.WaitAsync(Soon));
        _plant.Change("UPDATE fact_sales_order_line SET net_amount = net_amount * 2", "fact_sales_order_line");
    }

    private IAsyncEnumerator<KeptAnswer> Subscribe(string query, Caller? caller = null, CancellationToken cancellation = default) =>
        _plant.Live.AnswersAsync(new GraphQLRequest(query) { State = caller ?? Caller.Local, IsLive = true }, cancellation).GetAsyncEnumerator(cancellation);

    private static async Task<decimal> NextAsync(IAsyncEnumerator<KeptAnswer> heard)
    {
        Assert.True(await heard.MoveNextAsync().AsTask().WaitAsync(Soon));
        return RevenueOf(heard.Current);
    }

    private static decimal RevenueOf(KeptAnswer answer)
    {
        Assert.True(answer.Errors.Count == 0, Encoding.UTF8.GetString(answer.Utf8.Span));
        return JsonDocument.Parse(answer.Utf8).RootElement.GetProperty("data").GetProperty("sales").GetProperty("total").GetProperty("revenue").GetDecimal();
    }
}
