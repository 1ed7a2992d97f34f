using System.Buffers;
using Microsoft.AspNetCore.Http;
using ProdSales.GraphQL.Execution;

namespace ProdSales.GraphQL.Http;

/// <summary>Answers several requests of one body: one after the other, in their order, within the time of one.</summary>
internal sealed class BatchAnswers(GraphQLEngine engine, GraphQLHttpOptions options)
{
    /// <summary>Sends an array of responses; what is wrong with one request stands in its own response.</summary>
    public async Task AnswerAsync(HttpContext http, IReadOnlyList<GraphQLRequest> requests)
    {
        using CancellationTokenSource time = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        time.CancelAfter(options.Timeout);
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
            await WriteAsync(http, requests[index] with { State = state }, body, time.Token);
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

    private async Task WriteAsync(HttpContext http, GraphQLRequest request, ArrayBufferWriter<byte> body, CancellationToken cancellationToken)
    {
        try
        {
            if (options.Cache is { } cache)
            {
                KeptAnswer answer = await cache.AnswerAsync(request, cancellationToken);
                FailureLog.Note(FailureLog.Of(http), answer.Errors);
                body.Write(answer.Utf8.Span);
                return;
            }

            using GraphQLResponse response = await engine.ExecuteAsync(request, cancellationToken);
            FailureLog.Note(FailureLog.Of(http), response.Errors);
            body.Write(response.Utf8.Span);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            using GraphQLResponse refused = GraphQLResponse.Refused(HttpRefusal.TimedOut(options.Timeout).ErrorIn(options.Wording(http)));
            body.Write(refused.Utf8.Span);
        }
    }
}
