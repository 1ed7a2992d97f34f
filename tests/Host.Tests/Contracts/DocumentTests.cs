using System.Net;
using System.Security.Cryptography;
using System.Text;
using ProdSales.Host.Tests.Running;
using ProdSales.Support;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;

namespace ProdSales.Host.Tests.Contracts;

/// <summary>A server may be told which questions it answers.</summary>
public sealed class DocumentTests
{
    private const string Catalogue = "{ currency }";

    [Fact]
    public async Task Only_the_documents_of_the_folder_are_answered()
    {
        using TemporaryFolder folder = new();
        string database = folder.File("empty.duckdb");
        using (WarehouseDatabase warehouse = WarehouseDatabase.Open(database))
        {
            SchemaMigrations.Apply(warehouse);
        }

        Directory.CreateDirectory(folder.File("documents"));
        await File.WriteAllTextAsync(folder.File("documents/catalogue.graphql"), Catalogue);
        string id = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Catalogue)));
        await using ServerProcess server = await ProdSalesProgram.ServeAsync(database, "--documents", folder.File("documents"), "--trusted-only", "--no-schedule");

        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync(new Uri($"graphql?documentId={id}", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Http.GetAsync(new Uri("graphql?query=%7Bcurrency%7D", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("--trusted-only", null, "--trusted-only needs --documents.")]
    [InlineData("--documents", "nowhere", "There is no folder \"nowhere\".")]
    public async Task Options_that_make_no_sense_are_refused(string option, string? value, string said)
    {
        ProgramResult result = await ProdSalesProgram.RunAsync(["serve", option, .. value is null ? Array.Empty<string>() : [value], "--language", "en"]);

        Assert.Equal((1, said), (result.ExitCode, result.Errors.Trim()));
    }
}
