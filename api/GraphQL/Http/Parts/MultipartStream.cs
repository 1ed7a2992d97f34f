using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ProdSales.GraphQL.Http.Parts;

/// <summary>Sends responses one after the other as the parts of one <c>multipart/mixed</c> body (the incremental delivery of GraphQL over HTTP).</summary>
internal static class MultipartStream
{
    public const string MediaType = "multipart/mixed";

    private static readonly byte[] Head = "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8.ToArray();
    private static readonly byte[] End = "\r\n-----\r\n"u8.ToArray();

    /// <summary>Sends each response as soon as it is there.</summary>
    /// <param name="http">The request.</param>
    /// <param name="answers">The responses.</param>
    /// <param name="note">Hears of each before it is sent.</param>
    public static async Task SendAsync(HttpContext http, IAsyncEnumerable<KeptAnswer> answers, Action<KeptAnswer> note)
    {
        HttpResponse response = http.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = $"{MediaType}; boundary=\"-\"";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await foreach (KeptAnswer answer in answers.WithCancellation(http.RequestAborted))
        {
            note(answer);
            await response.Body.WriteAsync(Head, http.RequestAborted);
            await response.Body.WriteAsync(answer.Utf8, http.RequestAborted);
            await response.Body.FlushAsync(http.RequestAborted);
        }

        await response.Body.WriteAsync(End, http.RequestAborted);
    }
}
