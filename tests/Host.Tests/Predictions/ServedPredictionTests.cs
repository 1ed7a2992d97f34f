using System.Net.Http.Json;
using System.Text.Json;
using ProdSales.Host.Tests.Running;
using ProdSales.Plants;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Predictions;

/// <summary>A server trains and scores in the background, for those who may ask for it.</summary>
public sealed class ServedPredictionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private readonly string _file;

    public ServedPredictionTests()
    {
        _file = _folder.File("plant.duckdb");
        PlantFile.Write(_file);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_somebody_asks_for_is_done_beside_the_requests_and_told()
    {
        await using ServerProcess server = await ProdSalesProgram.ServeAsync(_file, "--principal-header", "X-Principal");
        server.Http.DefaultRequestHeaders.Add("X-Principal", "role=sales_assistant");
        Assert.Equal("right-missing", await CodeAsync(server));
        server.Http.DefaultRequestHeaders.Remove("X-Principal");
        server.Http.DefaultRequestHeaders.Add("X-Principal", "role=prediction_steward&name=wang");

        JsonElement asked = (await server.AskAsync("""mutation { trainModel(prediction: "win_90") { id kind outcome askedBy } }""")).GetProperty("trainModel");
        Assert.Equal("""{"id":"1","kind":"TRAIN","outcome":"QUEUED","askedBy":"wang"}""", asked.GetRawText());

        JsonElement run = asked;
        for (int tries = 0; tries < 300 && run.GetProperty("outcome").GetString() is "QUEUED" or "RUNNING"; tries++)
        {
            await Task.Delay(100);
            run = (await server.AskAsync("{ modelRuns(first: 1) { outcome code } }")).GetProperty("modelRuns")[0];
        }

        Assert.Equal("REFUSED", run.GetProperty("outcome").GetString());
        Assert.False(string.IsNullOrEmpty(run.GetProperty("code").GetString()));
        JsonElement health = await server.Http.GetFromJsonAsync<JsonElement>(new Uri("healthz", UriKind.Relative));
        Assert.Equal("""{"alarms":0,"running":null,"failing":[]}""", health.GetProperty("predictions").GetRawText());
    }

    [Fact]
    public async Task Beside_a_server_another_program_is_told_who_has_the_warehouse_and_the_server_goes_on()
    {
        await using ServerProcess server = await ProdSalesProgram.ServeAsync(_file);

        ProgramResult[] others = [await ProdSalesProgram.RunAsync("train", "win_90", "--db", _file), await ProdSalesProgram.RunAsync("predict", "win_90", "--db", _file)];

        Assert.All(others, other => Assert.NotEqual(0, other.ExitCode));
        Assert.All(others, other => Assert.Contains($"PID {server.Id}", other.Errors, StringComparison.Ordinal));
        Assert.Equal("[]", (await server.AskAsync("{ modelRuns(first: 1) { outcome } }")).GetProperty("modelRuns").GetRawText());
    }

    private static async Task<string?> CodeAsync(ServerProcess server)
    {
        using HttpResponseMessage response = await server.Http.PostAsJsonAsync(
            new Uri("graphql", UriKind.Relative), new { query = """mutation { trainModel(prediction: "win_90") { id } }""" });
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
    }
}
