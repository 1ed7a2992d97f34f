using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ProdSales.Host.Tests.Running;

namespace ProdSales.Host.Tests.Models;

/// <summary>While the server runs, a folder that compiles comes into service all at once, and one that does not never takes the place of one that does.</summary>
public sealed class ServedModelTests(OwnFolder own) : IClassFixture<OwnFolder>
{
    private const string Fewer = "net_amount >= 11000 or quantity >= 99";

    [Fact]
    public async Task A_bad_save_leaves_the_good_model_in_service_and_the_next_good_one_replaces_it()
    {
        own.Write(OwnFiles.Good);
        await using ServerProcess server = await ProdSalesProgram.ServeAsync(own.Database, "--model-folder", own.Path);
        long before = await BigLinesAsync(server);
        JsonElement good = await HealthAsync(server, "en");
        string tag = await TagAsync(server);

        own.Write(OwnFiles.Bad);
        JsonElement bad = await WaitAsync(server, model => !model.GetProperty("isCurrent").GetBoolean(), "en");
        Assert.Equal(good.GetProperty("version").GetString(), bad.GetProperty("version").GetString());
        Assert.Contains("2 defects", bad.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal([17, 24], bad.GetProperty("defects").EnumerateArray().Select(defect => defect.GetProperty("line").GetInt32()));
        JsonElement chinese = await HealthAsync(server, "zh-CN");
        Assert.Contains("2 处错误", chinese.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("公式引用了自身：big_orders.big_lines -> big_orders.big_lines。", chinese.GetProperty("defects")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, await BigLinesAsync(server));
        Assert.Equal(tag, await TagAsync(server));

        own.Write(OwnFiles.Good.Replace("net_amount >= 9000 or quantity >= 9", Fewer, StringComparison.Ordinal).Replace("quantity_ordered_twice", "double_quantity", StringComparison.Ordinal));
        JsonElement better = await WaitAsync(server, model => model.GetProperty("isCurrent").GetBoolean(), "en");
        Assert.NotEqual(good.GetProperty("version").GetString(), better.GetProperty("version").GetString());
        Assert.NotEqual(before, await BigLinesAsync(server));
        Assert.NotEqual(tag, await TagAsync(server));
        Assert.Contains("doubleQuantity", await server.Http.GetStringAsync(new Uri("graphql/schema.graphql", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_starts_with_a_bad_folder_answers_by_the_products_own_model()
    {
        own.Write(OwnFiles.Bad);
        await using ServerProcess server = await ProdSalesProgram.ServeAsync(own.Database, "--model-folder", own.Path);
        JsonElement bad = await HealthAsync(server, "en");
        JsonElement sales = await server.AskAsync("{ sales(period: { from: \"2024-01-01\", to: \"2025-12-31\" }) { total { revenue } } }");

        Assert.False(bad.GetProperty("isCurrent").GetBoolean());
        Assert.Equal(JsonValueKind.Number, sales.GetProperty("sales").GetProperty("total").GetProperty("revenue").ValueKind);

        own.Write(OwnFiles.Good);
        await WaitAsync(server, model => model.GetProperty("isCurrent").GetBoolean(), "en");
        Assert.True(await BigLinesAsync(server) > 0);
    }

    [Fact]
    public async Task Requests_that_meet_a_change_are_answered_by_one_model_or_the_other()
    {
        string[] texts = [OwnFiles.Good, OwnFiles.Good.Replace("net_amount >= 9000 or quantity >= 9", Fewer, StringComparison.Ordinal)];
        own.Write(texts[0]);
        await using ServerProcess server = await ProdSalesProgram.ServeAsync(own.Database, "--model-folder", own.Path);
        string first = (await HealthAsync(server, "en")).GetProperty("version").GetString()!;
        using CancellationTokenSource end = new();
        Task<HashSet<long>>[] askers = [.. Enumerable.Range(0, 3).Select(_ => AskOnAsync(server, end.Token))];
        HashSet<string> versions = [first];
        for (int i = 1; i <= 4; i++)
        {
            string text = texts[i % 2];
            own.Write(OwnFiles.Bad);
            await WaitAsync(server, model => !model.GetProperty("isCurrent").GetBoolean(), "en");
            own.Write(text);
            versions.Add((await WaitAsync(server, model => model.GetProperty("isCurrent").GetBoolean(), "en")).GetProperty("version").GetString()!);
        }

        await end.CancelAsync();
        HashSet<long>[] seen = await Task.WhenAll(askers);
        Assert.Equal(2, versions.Count);
        Assert.Equal(2, seen.SelectMany(values => values).Distinct().Count());
    }

    [Fact]
    public async Task Subscribers_of_the_model_before_are_sent_off_and_find_the_new_one()
    {
        own.Write(OwnFiles.Good);
        await using ServerProcess server = await ProdSalesProgram.ServeAsync(own.Database, "--model-folder", own.Path);
        using HttpResponseMessage before = await SubscribeAsync(server);
        using StreamReader reader = new(await before.Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync() != "event: next")
        {
            // A sign of life may come before.
        }

        own.Write(OwnFiles.Good.Replace("net_amount >= 9000 or quantity >= 9", Fewer, StringComparison.Ordinal));
        await WaitAsync(server, model => model.GetProperty("isCurrent").GetBoolean(), "en");

        // The stream breaks: to its client it is not over, so the client comes back.
        await Assert.ThrowsAnyAsync<IOException>(() => reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30)));
        using HttpResponseMessage after = await SubscribeAsync(server);
        Assert.True(after.IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_contract_is_shown_in_the_language_of_the_request()
    {
        own.Write(OwnFiles.Good);
        await using ServerProcess server = await ProdSalesProgram.ServeAsync(own.Database, "--model-folder", own.Path);
        async Task<string> Text(string language)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, new Uri("graphql/schema.graphql", UriKind.Relative));
            request.Headers.AcceptLanguage.ParseAdd(language);
            using HttpResponseMessage response = await server.Http.SendAsync(request);
            Assert.Contains("Accept-Language", response.Headers.Vary);
            return await response.Content.ReadAsStringAsync();
        }

        Assert.Contains("整个期间", await Text("zh-CN"), StringComparison.Ordinal);
        Assert.Contains("The whole period under the filter.", await Text("en"), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SubscribeAsync(ServerProcess server)
    {
        HttpRequestMessage request = new(HttpMethod.Get, new Uri($"graphql?query={Uri.EscapeDataString("subscription { dataVersion }")}", UriKind.Relative));
        request.Headers.Accept.ParseAdd("text/event-stream");
        return server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<HashSet<long>> AskOnAsync(ServerProcess server, CancellationToken end)
    {
        HashSet<long> seen = [];
        while (!end.IsCancellationRequested)
        {
            seen.Add(await BigLinesAsync(server));
        }

        return seen;
    }

    private static async Task<long> BigLinesAsync(ServerProcess server) =>
        (await server.AskAsync(OwnFiles.Question)).GetProperty("bigOrders").GetProperty("total").GetProperty("bigLines").GetInt64();

    private static async Task<string> TagAsync(ServerProcess server)
    {
        using HttpResponseMessage response = await server.Http.GetAsync(new Uri($"graphql?query={Uri.EscapeDataString(OwnFiles.Question)}", UriKind.Relative));
        return response.Headers.ETag!.Tag;
    }

    private static async Task<JsonElement> HealthAsync(ServerProcess server, string language)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri("healthz", UriKind.Relative));
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        using HttpResponseMessage response = await server.Http.SendAsync(request);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("model");
    }

    private static async Task<JsonElement> WaitAsync(ServerProcess server, Func<JsonElement, bool> isReached, string language)
    {
        for (int i = 0; i < 600; i++)
        {
            JsonElement model = await HealthAsync(server, language);
            if (isReached(model))
            {
                return model;
            }

            await Task.Delay(50);
        }

        JsonElement last = await HealthAsync(server, language);
        throw new TimeoutException($"The model did not come: {last}");
    }
}
