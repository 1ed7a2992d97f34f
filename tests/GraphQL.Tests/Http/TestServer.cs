using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http;
using ProdSales.GraphQL.Types.BuiltIn;
using ProdSales.GraphQL.Types.Building;

namespace ProdSales.GraphQL.Tests.Http;

/// <summary>A small schema served by Kestrel on a free port.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly int[] _waiting;

    private TestServer(WebApplication application, TickingAnswers live, int[] waiting)
    {
        _application = application;
        _waiting = waiting;
        Live = live;
        Address = new Uri(new Uri(application.Urls.First()), "/graphql");
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public TickingAnswers Live { get; }

    /// <summary>How many resolvers of <c>never</c> wait.</summary>
    public int Waiting => Volatile.Read(ref _waiting[0]);

    public static async Task<TestServer> StartAsync(GraphQLHttpOptions? options = null, EngineOptions? engineOptions = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        application.UseWebSockets();
        int[] waiting = [0];
        GraphQLEngine engine = new(Schema(waiting), engineOptions);
        TickingAnswers live = new(engine);
        application.MapGraphQL("/graphql", engine, (options ?? new GraphQLHttpOptions()) with { Live = live });
        await application.StartAsync();
        return new TestServer(application, live, waiting);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
    }

    private static Types.GraphQLSchema Schema(int[] waiting)
    {
        SchemaBuilder schema = new();
        schema.AddSdl("""
            type Query { hello(name: String = "world"): String fails: String never: String required: String! later: String words: [String!] }
            type Mutation { count: Int }
            type Subscription { ticks: Int }
            """ + PartDirectives.Sdl);
        int count = 0;
        int ticks = 0;
        schema.Object("Subscription").Field("ticks").Resolve(_ => Interlocked.Increment(ref ticks));
        schema.Object("Query").Field("hello").Resolve(context => $"Hello, {context.Arguments.Value<string>("name")}!");
        schema.Object("Query").Field("fails").Resolve(_ => throw new InvalidOperationException("secret detail"));
        schema.Object("Query").Field("never").ResolveAsync(async context =>
        {
            Interlocked.Increment(ref waiting[0]);
            try
            {
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref waiting[0]);
            }

            return null;
        });
        schema.Object("Query").Field("later").ResolveAsync(async _ =>
        {
            await Task.Delay(50);
            return "at last";
        });
        schema.Object("Query").Field("words").Resolve(_ => new[] { "one", "two", "three" });
        schema.Object("Mutation").Field("count").Resolve(_ => ++count);
        return schema.Build();
    }
}
