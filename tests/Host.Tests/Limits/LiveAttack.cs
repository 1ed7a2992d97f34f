using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace ProdSales.Host.Tests.Limits;

/// <summary>What somebody who means ill sends to a server as it is delivered.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Body">The body of a POST, or the query string of a GET.</param>
/// <param name="Type">The content type of a POST.</param>
/// <param name="Header">A further header, or null.</param>
internal sealed record LiveAttack(HttpMethod Method, string Body, string Type = "application/json", (string Name, string Value)? Header = null)
{
    /// <summary>A document by POST.</summary>
    internal static LiveAttack Of(string document, string? variables = null)
        => new(HttpMethod.Post, $$"""{"query":{{JsonSerializer.Serialize(document)}}{{(variables is null ? "" : $",\"variables\":{variables}")}}}""");

    /// <summary>The request, to the address of GraphQL.</summary>
    internal HttpRequestMessage Request()
    {
        bool isGet = Method == HttpMethod.Get;
        HttpRequestMessage request = new(Method, new Uri(isGet ? $"graphql?{Body}" : "graphql", UriKind.Relative));
        request.Headers.Add("Accept", "application/graphql-response+json");
        request.Headers.Add("X-Principal", "role=sales_assistant&name=anna");
        if (!isGet)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(Type);
        }

        if (Header is { } header)
        {
            _ = header.Name.StartsWith("Content-", StringComparison.Ordinal) ? request.Content!.Headers.TryAddWithoutValidation(header.Name, header.Value) : request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        return request;
    }
}
