using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http;

namespace ProdSales.GraphQL.Tests.Http;

public sealed class HttpTests
{
    [Fact]
    public async Task A_query_by_post_is_answered_with_its_length()
    {
        await using TestServer server = await TestServer.StartAsync();

        HttpResponseMessage response = await PostAsync(server, """{"query":"query($n: String) { hello(name: $n) }","variables":{"n":"产销客"}}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.NotNull(response.Content.Headers.ContentLength);
        Assert.Equal("""{"data":{"hello":"Hello, 产销客!"}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_exception_of_a_resolver_never_reaches_the_caller()
    {
        await using TestServer server = await TestServer.StartAsync();

        HttpResponseMessage response = await PostAsync(server, """{"query":"{ fails }"}""");

        string body = await response.Content.ReadAsStringAsync();
        Assert.Matches("""^\{"data":\{"fails":null\},"errors":\[\{"message":"Internal error.","locations":\[\{"line":1,"column":3\}\],"path":\["fails"\],"extensions":\{"code":"internal-error","incident":"[0-9a-f]{16}"\}\}\]\}$""", body);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Bodies_that_a_foreign_page_could_send_are_not_read(string contentType)
    {
        await using TestServer server = await TestServer.StartAsync();
        using StringContent body = new("""{"query":"{ hello }"}""");
        body.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        HttpResponseMessage response = await server.Client.PostAsync(server.Address, body);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task A_mutation_by_get_is_refused_and_does_not_run()
    {
        await using TestServer server = await TestServer.StartAsync();

        HttpResponseMessage refused = await server.Client.GetAsync(new Uri("?query=mutation{count}", UriKind.Relative));
        HttpResponseMessage first = await PostAsync(server, """{"query":"mutation { count }"}""");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
        Assert.Equal(["POST"], refused.Content.Headers.Allow);
        Assert.Equal("""{"data":{"count":1}}""", await first.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_get_from_another_site_needs_the_preflight_header()
    {
        await using TestServer server = await TestServer.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "?query={hello}");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, (await server.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_body_above_the_limit_is_refused_even_without_a_declared_length()
    {
        await using TestServer server = await TestServer.StartAsync(new GraphQLHttpOptions { BodyBytes = 1000 });
        using HttpRequestMessage request = new(HttpMethod.Post, server.Address) { Content = new StringContent($$"""{"query":"{ hello #{{new string('x', 2000)}} }"}""", Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await server.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("""{"query":"{ hello }","variables":[]}""", "Member \\u0022variables\\u0022 must be Object, not Array.")]
    [InlineData("""[{"query":"{ hello }"}]""", "Body must be a JSON object, not Array.")]
    [InlineData("""{"query":""", "Body is not JSON, or nests deeper than 64 levels: line 1, byte 10.")]
    public async Task A_malformed_request_is_refused_with_what_is_allowed(string body, string message)
    {
        await using TestServer server = await TestServer.StartAsync();

        HttpResponseMessage response = await PostAsync(server, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message.Replace("\\u0022", "\\\"", StringComparison.Ordinal), await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_nested_beyond_the_limit_is_refused()
    {
        await using TestServer server = await TestServer.StartAsync();
        string deep = new string('[', 1000) + new string(']', 1000);

        HttpResponseMessage response = await PostAsync(server, """{"query":"{ hello }","variables":{"x":DEEP}}""".Replace("DEEP", deep, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_cancelled_and_answered()
    {
        await using TestServer server = await TestServer.StartAsync(new GraphQLHttpOptions { Timeout = TimeSpan.FromMilliseconds(50) });

        HttpResponseMessage response = await PostAsync(server, """{"query":"{ never }"}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("\"timed-out\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ nothing }", HttpStatusPolicy.Audit, 400)]
    [InlineData("{ nothing }", HttpStatusPolicy.Draft2026, 422)]
    [InlineData("{ fails }", HttpStatusPolicy.Audit, 200)]
    [InlineData("{ fails }", HttpStatusPolicy.Draft2026, 294)]
    public async Task The_status_follows_the_policy_for_the_new_media_type(string query, HttpStatusPolicy policy, int status)
    {
        await using TestServer server = await TestServer.StartAsync(new GraphQLHttpOptions { StatusPolicy = policy });
        using HttpRequestMessage request = new(HttpMethod.Get, "?query=" + Uri.EscapeDataString(query));
        request.Headers.Accept.ParseAdd("application/graphql-response+json");

        HttpResponseMessage response = await server.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/graphql-response+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_schema_is_served_as_text_only_where_introspection_is_allowed()
    {
        await using TestServer open = await TestServer.StartAsync();
        await using TestServer closed = await TestServer.StartAsync(engineOptions: new EngineOptions { AllowsIntrospection = false });

        Assert.Contains("type Query {\n  hello(name: String = \"world\"): String\n", await open.Client.GetStringAsync(new Uri(open.Address + "/schema.graphql")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await closed.Client.GetAsync(new Uri(closed.Address + "/schema.graphql"))).StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(TestServer server, string body)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        return await server.Client.PostAsync(server.Address, content);
    }
}
