using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;

namespace ProdSales.Bench.Serve;

/// <summary>A server of the hundred objects in a process of its own, so that what it costs is told apart from what its client costs.</summary>
internal static class ListServer
{
    /// <summary>The argument that makes the benchmark's own program such a server.</summary>
    internal const string Argument = "--serve";

    /// <summary>Serves until the input ends; prints the port first.</summary>
    /// <param name="isEngine">Whether the engine answers, or the shortest program that a person would write for the same two answers.</param>
    internal static void Run(bool isEngine)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        if (isEngine)
        {
            app.MapGraphQL("/graphql", Engine());
        }
        else
        {
            app.MapPost("/graphql", AnswerByHandAsync);
        }

        app.MapGet("/cpu", () => (Environment.CpuUsage.TotalTime.Ticks / 10).ToString(CultureInfo.InvariantCulture));
        app.StartAsync().GetAwaiter().GetResult();
        Console.WriteLine(new Uri(app.Urls.First()).Port);
        Console.In.ReadToEnd();
        app.StopAsync().GetAwaiter().GetResult();
    }

    /// <summary>The engine with resolvers over objects, as any schema would have them.</summary>
    internal static GraphQLEngine Engine(EngineLimits? limits = null)
    {
        SchemaBuilder builder = new SchemaBuilder().AddSdl(ServedQuestions.Schema);
        builder.Object("Query").Field("hello").Resolve(_ => "world");
        builder.Object("Query").Field("items").Resolve(_ => ServedItem.All);
        FieldsTypeBuilder item = builder.Object("Item");
        item.Field("id").Resolve(context => ((ServedItem)context.Source!).Id);
        item.Field("code").Resolve(context => ((ServedItem)context.Source!).Code);
        item.Field("name").Resolve(context => ((ServedItem)context.Source!).Name);
        item.Field("city").Resolve(context => ((ServedItem)context.Source!).City);
        item.Field("amount").Resolve(context => ((ServedItem)context.Source!).Amount);
        GraphQLSchema schema = builder.Build();
        return new GraphQLEngine(schema, new EngineOptions { Limits = limits ?? new EngineLimits() });
    }

    private static async Task AnswerByHandAsync(HttpContext http)
    {
        using JsonDocument body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        bool isList = body.RootElement.GetProperty("query").GetString()!.Contains("items", StringComparison.Ordinal);
        using MemoryStream buffer = new(16 * 1024);
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { SkipValidation = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("data"u8);
            if (isList)
            {
                WriteItems(writer);
            }
            else
            {
                writer.WriteString("hello"u8, "world"u8);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = buffer.Length;
        await http.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), http.RequestAborted);
    }

    private static void WriteItems(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("items"u8);
        foreach (ServedItem item in ServedItem.All)
        {
            writer.WriteStartObject();
            writer.WriteNumber("id"u8, item.Id);
            writer.WriteString("code"u8, item.Code);
            writer.WriteString("name"u8, item.Name);
            writer.WriteString("city"u8, item.City);
            writer.WriteNumber("amount"u8, item.Amount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
