using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;
using ProdSales.GraphQL.Http.Parts;

namespace ProdSales.GraphQL.Http;

/// <summary>The media types of requests and responses.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";

    /// <summary>The type to answer with: what the caller likes best, plain JSON when it does not care, null when it accepts neither.</summary>
    public static string? Negotiate(HttpRequest request)
    {
        IList<MediaTypeHeaderValue> accepted = new RequestHeaders(request.Headers).Accept;
        if (accepted.Count == 0)
        {
            return Json;
        }

        foreach (MediaTypeHeaderValue range in accepted.Where(range => range.Quality is not 0).OrderByDescending(range => range.Quality ?? 1))
        {
            if (range.MatchesAllTypes || Is(range, MultipartStream.MediaType) || (range.Type == "application" && range.MatchesAllSubTypes) || Is(range, Json))
            {
                return Json;
            }

            if (Is(range, GraphQLResponse))
            {
                return GraphQLResponse;
            }
        }

        return null;
    }

    /// <summary>Whether the caller reads responses in parts, by the format that is served; the one of 2022 is another.</summary>
    public static bool AllowsParts(HttpRequest request) => new RequestHeaders(request.Headers).Accept.Any(range =>
        range.Quality is not 0 && Is(range, MultipartStream.MediaType) && !range.Parameters.Any(parameter => parameter.Name.Equals("deferSpec", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether the caller names a type and names no type of JSON before it.</summary>
    public static bool Prefers(HttpRequest request, string mediaType)
    {
        MediaTypeHeaderValue? first = new RequestHeaders(request.Headers).Accept
            .Where(range => range.Quality is not 0 && (Is(range, mediaType) || Is(range, Json) || Is(range, GraphQLResponse)))
            .OrderByDescending(range => range.Quality ?? 1)
            .FirstOrDefault();
        return first is not null && Is(first, mediaType);
    }

    /// <summary>Whether the body is declared as JSON in UTF-8. Other types could be sent by a foreign page without asking first, so they are not read.</summary>
    public static bool IsJson(HttpRequest request)
        => MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            && Is(type, Json)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));

    private static bool Is(MediaTypeHeaderValue type, string name) => type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);
}
