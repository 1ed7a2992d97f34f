using Microsoft.Net.Http.Headers;

namespace ProdSales.Host.Speech;

/// <summary>Chooses the language that somebody is spoken to in.</summary>
internal static class LanguageChoice
{
    /// <summary>The language of a command: what was asked for, else what the terminal speaks (LC_ALL before LC_MESSAGES before LANG), else English.</summary>
    /// <param name="asked">The option; null when it was not given.</param>
    /// <param name="variable">Gives the value of an environment variable.</param>
    internal static Language OfCommand(string? asked, Func<string, string?> variable)
    {
        string? tag = new[] { asked, variable("LC_ALL"), variable("LC_MESSAGES"), variable("LANG") }.FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return OfTag(tag) ?? Language.English;
    }

    /// <summary>The language of a request over HTTP: of those it accepts the one it likes best, else English.</summary>
    internal static Language OfRequest(HttpRequest request)
    {
        IEnumerable<StringWithQualityHeaderValue> accepted = request.GetTypedHeaders().AcceptLanguage;
        return accepted.OrderByDescending(value => value.Quality ?? 1).Where(value => value.Quality is not 0)
            .Select(value => OfTag(value.Value.Value)).FirstOrDefault(language => language is not null) ?? Language.English;
    }

    private static Language? OfTag(string? tag) => tag?.Split('-', '_', '.')[0].ToLowerInvariant() switch
    {
        "zh" => Language.Chinese,
        "en" or "c" or "posix" => Language.English,
        _ => null,
    };
}
