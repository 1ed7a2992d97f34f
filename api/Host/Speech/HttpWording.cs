using ProdSales.GraphQL.Http;

namespace ProdSales.Host.Speech;

/// <summary>Says in a caller's language why a request is refused before it is understood.</summary>
internal static class HttpWording
{
    /// <summary>The wording for a caller, by the language that the request accepts.</summary>
    internal static RefusalWording Of(HttpContext http)
    {
        Speaker speaker = new(LanguageChoice.OfRequest(http.Request));
        return (reason, facts) => Messages.Has($"http.{reason}") ? speaker.Say($"http.{reason}", facts) : null;
    }
}
