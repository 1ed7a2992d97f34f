using System.Buffers;
using Microsoft.AspNetCore.Http;
using ProdSales.GraphQL.Execution;

namespace ProdSales.GraphQL.Http;

/// <summary>Answers several requests of one body: one after the other, in their order, within the time of one.</summary>
internal sealed class BatchAnswers(GraphQLEngine engine, GraphQLHttpOptions options, WholeAnswers whole)
{
    /// <summary>Sends an array of responses; what is wrong with one request stands in its own response.</summary>
    public async Task AnswerAsync(HttpContext http, IReadOnlyList<GraphQLRequest> requests)
    {
        using CancellationTokenSource time = whole.Begin(http.RequestAborted);
        object? state = options.State(http);
        if (engine.RefusalOf(requests) is { } tooDear)
        {
            using GraphQLResponse refused = GraphQLResponse.Refused(tooDear);
            await SendAsync(http, StatusCodes.Status400BadRequest, refused.Utf8);
            return;
        }

        ArrayBufferWriter<byte> body = new();
        body.Write("["u8);
        for (int index = 0; index < requests.Count; index++)
        {
            body.Write(index == 0 ? [] : ","u8);
            KeptAnswer answer = await whole.AnswerAsync(requests[index] with { State = state }, options.Wording(http), time.Token, http.RequestAborted);
            FailureLog.Note(FailureLog.Of(http), answer.Errors);
            body.Write(answer.Utf8.Span);
        }

        body.Write("]"u8);
        await SendAsync(http, StatusCodes.Status200OK, body.WrittenMemory);
    }

    private static async Task SendAsync(HttpContext http, int status, ReadOnlyMemory<byte> body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = $"{MediaTypes.Json}; charset=utf-8";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
