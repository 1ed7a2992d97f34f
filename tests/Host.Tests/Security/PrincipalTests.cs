using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ProdSales.Host.Tests.Running;
using ProdSales.Plants;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Security;

/// <summary>Who asks decides what the program shows, on the command line and over HTTP.</summary>
public sealed class PrincipalTests : IDisposable
{
    private const string Question = "{ sales(period: { from: \"2024-01-01\", to: \"2025-12-31\" }) { total { revenue grossMargin } byRegion { region } } }";

    private readonly TemporaryFolder _folder = new();

    private readonly string _file;

    public PrincipalTests()
    {
        _file = _folder.File("plant.duckdb");
        PlantFile.Write(_file);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_command_shows_what_its_principal_may_see()
    {
        ProgramResult whole = await ProdSalesProgram.RunAsync("query", Question, "--db", _file);
        ProgramResult part = await ProdSalesProgram.RunAsync("query", Question, "--db", _file, "--as", "role=regional_manager&role=sales_assistant&region=华东");
        JsonElement seen = JsonDocument.Parse(part.Output).RootElement.GetProperty("data").GetProperty("sales");

        Assert.Contains("华南", whole.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("华南", part.Output, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("total").GetProperty("grossMargin").ValueKind);
        Assert.Equal(JsonValueKind.Number, seen.GetProperty("total").GetProperty("revenue").ValueKind);
    }

    [Theory]
    [InlineData("nonsense", "principal")]
    [InlineData("role=chief", "chief")]
    [InlineData("role=regional_manager", "region")]
    [InlineData("region=East", "role")]
    public async Task A_principal_that_is_not_known_is_refused(string principal, string said)
    {
        ProgramResult result = await ProdSalesProgram.RunAsync("query", Question, "--db", _file, "--as", principal, "--language", "en");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains(said, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_tables_are_for_those_who_may_see_everything()
    {
        ProgramResult export = await ProdSalesProgram.RunAsync("export", _folder.File("out"), "--db", _file, "--as", "role=sales_assistant");
        ProgramResult sql = await ProdSalesProgram.RunAsync("query", "SELECT 1", "--sql", "--db", _file, "--as", "role=sales_assistant");
        ProgramResult explain = await ProdSalesProgram.RunAsync(
            "explain", "sales.gross_margin", "--period", "2025", "--against", "2024", "--db", _file, "--as", "role=sales_assistant");

        Assert.Equal([1, 1, 1], [export.ExitCode, sql.ExitCode, explain.ExitCode]);
        Assert.False(Directory.Exists(_folder.File("out")));
        Assert.Equal("", explain.Output);
    }

    [Fact]
    public async Task A_server_with_a_trusted_header_answers_nobody_without_it()
    {
        await using ServerProcess server = await ProdSalesProgram.ServeAsync(_file, "--principal-header", "X-Principal");

        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(server)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(server, "role=chief")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(server, "role=executive", "role=executive")).Status);
        (HttpStatusCode status, string text) = await AskAsync(server, "role=regional_manager&region=%E5%8D%8E%E4%B8%9C");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("华南", text, StringComparison.Ordinal);
        Assert.Contains("华东", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_one_takes_no_principal_from_anybody()
    {
        await using ServerProcess server = await ProdSalesProgram.ServeAsync(_file);

        (HttpStatusCode status, string text) = await AskAsync(server, "role=regional_manager&region=%E5%8D%8E%E4%B8%9C");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("华南", text, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(ServerProcess server, params string[] principals)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("graphql", UriKind.Relative)) { Content = JsonContent.Create(new { query = Question }) };
        foreach (string principal in principals)
        {
            request.Headers.Add("X-Principal", principal);
        }

        using HttpResponseMessage response = await server.Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
