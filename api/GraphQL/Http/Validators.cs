using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace ProdSales.GraphQL.Http;

/// <summary>The headers by which a client keeps an answer and asks whether it still holds. Only for GET: what is posted has no address to be kept under.</summary>
internal static class Validators
{
    /// <summary>The tag of a version in a media type; weak, for the same answer may be packed in several ways.</summary>
    internal static EntityTagHeaderValue TagOf(string version, string mediaType) =>
        new($"\"{version}-{(mediaType == MediaTypes.Json ? "json" : "response")}\"", isWeak: true);

    /// <summary>Whether the client has that answer already.</summary>
    internal static bool Holds(HttpRequest request, EntityTagHeaderValue tag) =>
        new RequestHeaders(request.Headers).IfNoneMatch is { Count: > 0 } held
        && held.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));

    /// <summary>Says how the answer may be kept; with a null tag it can never be asked for again by it.</summary>
    internal static void Write(HttpResponse response, EntityTagHeaderValue? tag, IEnumerable<string> variesBy)
    {
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Append(HeaderNames.Vary, string.Join(", ", variesBy.Prepend(HeaderNames.Accept)));
        if (tag is not null)
        {
            response.Headers.ETag = tag.ToString();
        }
    }
}
