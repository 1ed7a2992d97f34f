using System.Text;
using System.Text.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.Schema;

namespace ProdSales.SchemaTests.Caching;

/// <summary>Answers in parts are of one state of the data, or say that they are not.</summary>
public sealed class PartedAnswerTests : IDisposable
{
    private const string Span = "period: { from: \"2024-01-01\", to: \"2025-12-31\" }, asOf: \"2026-01-01\"";
    private const string Query = $"{{ sales({Span}) {{ total {{ revenue }} }} ... @defer {{ cut: sales({Span}) {{ byRegion {{ region revenue }} }} }} }}";

    private readonly CachedPlant _plant = new();

    public void Dispose() => _plant.Dispose();

    [Fact]
    public async Task The_parts_together_are_the_whole_answer()
    {
        JsonElement whole = await _plant.DataAsync(Query);
        await using IncrementalResponse answer = await BeginAsync();
        JsonElement first = Read(answer.First);
        JsonElement next = Read(await answer.NextAsync());

        Assert.False(answer.HasNext);
        Assert.Equal(whole.GetProperty("sales").GetRawText(), first.GetProperty("data").GetProperty("sales").GetRawText());
        Assert.Equal(whole.GetProperty("cut").GetRawText(), next.GetProperty("incremental")[0].GetProperty("data").GetProperty("cut").GetRawText());
    }

    [Fact]
    public async Task A_part_that_would_be_of_another_commit_is_not_given()
    {
        await using IncrementalResponse answer = await BeginAsync();
        Read(answer.First);
        _plant.Change("UPDATE fact_sales_order_line SET net_amount = net_amount * 2", "fact_sales_order_line");
        JsonElement next = Read(await answer.NextAsync());

        Assert.False(answer.HasNext);
        Assert.False(next.TryGetProperty("incremental", out _));
        Assert.Equal("data-changed", next.GetProperty("completed")[0].GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_commit_that_touches_nothing_of_the_answer_disturbs_no_part()
    {
        await using IncrementalResponse answer = await BeginAsync();
        Read(answer.First);
        _plant.Change("UPDATE fact_ticket SET visit_count = visit_count", "fact_ticket");

        Assert.True(Read(await answer.NextAsync()).TryGetProperty("incremental", out _));
    }

    private ValueTask<IncrementalResponse> BeginAsync() => _plant.Cache.BeginAsync(new GraphQLRequest(Query) { State = Caller.Local }, CancellationToken.None);

    private static JsonElement Read(GraphQLResponse response)
    {
        using (response)
        {
            return JsonDocument.Parse(Encoding.UTF8.GetString(response.Utf8.Span)).RootElement;
        }
    }
}
