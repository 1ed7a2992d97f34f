using ProdSales.Host.Tests.Running;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Tests.Caching;

/// <summary>A client that keeps answers and asks whether they still hold.</summary>
public sealed class ConditionalRequestTests : IAsyncLifetime, IDisposable
{
    private const string Question = "{ sales(period: { from: \"2024-01-01\", to: \"2025-12-31\" }, asOf: \"2026-01-01\") { byRegion { region revenue } } }";

    private const string East = "X-Principal: role=regional_manager&region=%E5%8D%8E%E4%B8%9C";

    private const string Everything = "X-Principal: role=executive";

    private readonly PlantServer _server = new();

    private string Address => $"{_server.Address}/graphql";

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    public void Dispose() => _server.Dispose();

    [CurlFact]
    public async Task An_answer_that_still_holds_is_not_sent_again_and_nothing_is_read()
    {
        Curl first = await Curl.GetAsync(Address, Question, Everything);
        Assert.Equal((200, "private, no-cache"), (first.Status, first.Headers["cache-control"]));

        List<ReaderLease> all = [];
        Task<ReaderLease> next = _server.Warehouse.Readers.LeaseAsync();
        while (next.IsCompleted)
        {
            all.Add(await next);
            next = _server.Warehouse.Readers.LeaseAsync();
        }

        // Every connection is out: whoever wants to read now waits.
        Curl again = await Curl.GetAsync(Address, Question, Everything, $"If-None-Match: {first.Tag}");
        Assert.Equal((304, ""), (again.Status, again.Body));
        Assert.Equal((first.Tag, first.Headers["cache-control"]), (again.Tag, again.Headers["cache-control"]));
        Assert.Equal(first.Body, (await Curl.GetAsync(Address, Question, Everything)).Body);
        all.ForEach(lease => lease.Dispose());
        (await next).Dispose();
    }

    [CurlFact]
    public async Task The_tag_changes_exactly_when_a_fact_that_is_read_changes()
    {
        Curl first = await Curl.GetAsync(Address, Question, Everything);
        Touch("fact_ticket");
        Assert.Equal(304, (await Curl.GetAsync(Address, Question, Everything, $"If-None-Match: {first.Tag}")).Status);

        Touch("fact_sales_order_line");
        Curl changed = await Curl.GetAsync(Address, Question, Everything, $"If-None-Match: {first.Tag}");
        Assert.Equal(200, changed.Status);
        Assert.NotEqual(first.Tag, changed.Tag);
        Assert.Equal(first.Body, changed.Body);
    }

    [CurlFact]
    public async Task A_tag_is_of_one_scope_one_language_and_one_media_type_however_it_is_packed()
    {
        string? tag = (await Curl.GetAsync(Address, Question, Everything)).Tag;
        Curl[] others =
        [
            await Curl.GetAsync(Address, Question, East, $"If-None-Match: {tag}"),
            await Curl.GetAsync(Address, Question, Everything, "Accept-Language: zh-CN", $"If-None-Match: {tag}"),
            await Curl.GetAsync(Address, Question, Everything, "Accept: application/graphql-response+json", $"If-None-Match: {tag}"),
        ];

        Assert.All(others, other => Assert.Equal(200, other.Status));
        Assert.Equal(4, others.Select(other => other.Tag).Append(tag).Distinct().Count());
        Assert.DoesNotContain("华南", others[0].Body, StringComparison.Ordinal);
        Assert.All(["Accept", "Accept-Language", "X-Principal"], name => Assert.Contains(name, others[0].Headers["vary"], StringComparison.Ordinal));
        Assert.Equal(304, (await Curl.GetAsync(Address, Question, Everything, "Accept-Encoding: gzip", $"If-None-Match: {tag}")).Status);
    }

    [CurlFact]
    public async Task What_is_posted_and_what_is_refused_has_no_tag()
    {
        Curl posted = await Curl.PostAsync(Address, "{\"query\":\"{ currency }\"}", Everything, "If-None-Match: *");
        Curl refused = await Curl.GetAsync(Address, "{ nothing }", Everything);

        Assert.Equal((200, null), (posted.Status, posted.Tag));
        Assert.Contains("errors", refused.Body, StringComparison.Ordinal);
        Assert.Null(refused.Tag);
    }

    private void Touch(string table) => _server.Warehouse.Writer.Write(transaction => transaction.Touch(table));
}
