using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using ProdSales.Bench.Soak;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;

namespace ProdSales.Bench.Flood;

/// <summary>Documents that nobody asks twice, as many as asked for, against a server in a process of its own.</summary>
internal sealed class FloodBenchmark : IBenchmark
{
    private const int Clients = 16;

    public string Name => "flood";

    public string Quantity => "memory";

    public string Question => "What does a server hold after a flood of documents of which no two are alike, a third each plain, misspelt, and with fragments and conditions that multiply, against what it held after the first fifth of them, when its caches were full? Over HTTP, at the limits that a server has by default.";

    public IEnumerable<RatioRow> Run(string workFolder, double scale)
    {
        string database = Path.Combine(workFolder, "flood.duckdb");
        using (WarehouseDatabase warehouse = WarehouseDatabase.Open(database))
        {
            SchemaMigrations.Apply(warehouse);
        }

        int documents = (int)(scale * 1_000_000);
        (Held early, Held late, int asked) = RunAsync(database, documents).GetAwaiter().GetResult();
        string note = string.Create(CultureInfo.InvariantCulture, $"{asked:N0} documents, every one answered as it must be; ");
        yield return new RatioRow("managed memory after a collection", [late.Managed], [early.Managed], "at most 1.2", note + Told(late.Managed, early.Managed));
        yield return new RatioRow("resident memory", [late.Resident], [early.Resident], "at most 1.2", note + Told(late.Resident, early.Resident));
    }

    private static async Task<(Held Early, Held Late, int Asked)> RunAsync(string database, int documents)
    {
        using SoakedProcess server = await SoakedProcess.StartAsync(database);
        await server.AskAsync("calm");
        using HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = server.Address };
        int early = documents / 5;
        await AskAsync(client, 0, early);
        Held before = await HeldAsync(server);
        await AskAsync(client, early, documents);
        return (before, await HeldAsync(server), documents);
    }

    private static async Task<Held> HeldAsync(SoakedProcess server) => new((await server.AskAsync("report")).InUse, server.Resident);

    private static Task AskAsync(HttpClient client, int from, int to) => Parallel.ForAsync(from, to, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (number, token) =>
    {
        (string query, bool isRight) = DocumentOf(number);
        using ByteArrayContent content = new(JsonSerializer.SerializeToUtf8Bytes(new { query }));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = await client.PostAsync(new Uri("/graphql", UriKind.Relative), content, token);
        string answer = await response.Content.ReadAsStringAsync(token);
        if (answer.StartsWith("{\"data\":{", StringComparison.Ordinal) != isRight)
        {
            throw new InvalidOperationException($"{query} was answered {answer}");
        }
    });

    private static (string Query, bool IsRight) DocumentOf(int number) => (number % 3) switch
    {
        0 => ($"{{ __typename x{number}: __typename }}", true),
        1 => ($"{{ __typename nothing{number} }}", false),
        _ => ($"query Q{number}($a: Boolean = true, $b: Boolean = false) {{ ...F @include(if: $a) ...G @skip(if: $b) }} fragment F on Query {{ f{number}: __typename ...G }} fragment G on Query {{ g: __typename ...H @include(if: $a) }} fragment H on Query {{ h{number}: __typename }}", true),
    };

    private static string Told(double late, double early) => string.Create(CultureInfo.InvariantCulture, $"{late / (1 << 20):0.0} MiB against {early / (1 << 20):0.0}");

    private readonly record struct Held(long Managed, long Resident);
}
