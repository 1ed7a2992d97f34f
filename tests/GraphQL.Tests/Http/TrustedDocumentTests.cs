using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ProdSales.GraphQL.Http;
using ProdSales.GraphQL.Http.Documents;
using ProdSales.Support;

namespace ProdSales.GraphQL.Tests.Http;

public sealed class TrustedDocumentTests : IDisposable
{
    private const string Hello = "query Hello($n: String) { hello(name: $n) }\n";

    private readonly TemporaryFolder _folder = new();

    public TrustedDocumentTests()
    {
        Directory.CreateDirectory(_folder.File("inner"));
        File.WriteAllText(_folder.File("inner/hello.graphql"), Hello);
        File.WriteAllText(_folder.File("notes.txt"), "{ hello }");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_kept_document_is_answered_by_its_digest(bool areExclusive)
    {
        await using TestServer server = await TestServer.StartAsync(Options(areExclusive));
        string id = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Hello)));

        Assert.Equal("""{"data":{"hello":"Hello, East!"}}""", await server.Client.GetStringAsync(new Uri($"?documentId={id}&variables=%7B%22n%22%3A%22East%22%7D", UriKind.Relative)));
        HttpResponseMessage posted = await server.Client.PostAsJsonAsync(server.Address, new { documentId = id, variables = new { n = "West" } });
        Assert.Equal("""{"data":{"hello":"Hello, West!"}}""", await posted.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(false, """{"query":"{ hello }"}""", 200, null)]
    [InlineData(true, """{"query":"{ hello }"}""", 400, "document-not-trusted")]
    [InlineData(true, """{"documentId":"sha256:00"}""", 400, "document-unknown")]
    [InlineData(false, """{"documentId":"sha256:00"}""", 400, "document-unknown")]
    [InlineData(true, """{"documentId":"KEPT","query":"{ hello }"}""", 400, "bad-request")]
    [InlineData(true, """{"documentId":7}""", 400, "bad-request")]
    [InlineData(false, """{}""", 400, "bad-request")]
    public async Task Anything_else_is_answered_only_where_that_is_allowed(bool areExclusive, string body, int status, string? code)
    {
        await using TestServer server = await TestServer.StartAsync(Options(areExclusive));
        using StringContent content = new(body.Replace("KEPT", TrustedDocuments.IdOf(Encoding.UTF8.GetBytes(Hello)), StringComparison.Ordinal), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await server.Client.PostAsync(server.Address, content);
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(code, answer.TryGetProperty("errors", out JsonElement errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null);
    }

    [Fact]
    public async Task By_get_too_only_kept_documents_are_answered_where_they_are_exclusive()
    {
        await using TestServer server = await TestServer.StartAsync(Options(areExclusive: true));

        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.GetAsync(new Uri("?query=%7Bhello%7D", UriKind.Relative))).StatusCode);
    }

    private GraphQLHttpOptions Options(bool areExclusive) => new() { Documents = TrustedDocuments.In(_folder.Path, areExclusive) };
}
