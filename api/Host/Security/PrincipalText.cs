using System.Net;
using ProdSales.Host.Commands;
using ProdSales.Host.Speech;
using ProdSales.Semantics;

namespace ProdSales.Host.Security;

/// <summary>Reads a principal as it is written in an option or a header: <c>role=regional_manager&amp;region=华东</c>, percent-encoded where a value needs it.</summary>
internal static class PrincipalText
{
    /// <summary>The principal, or null when the text has no such form.</summary>
    internal static Principal? Read(string text)
    {
        List<(string Name, string Value)> pairs = [];
        foreach (string pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split('=') is not [{ Length: > 0 } name, { Length: > 0 } value])
            {
                return null;
            }

            pairs.Add((WebUtility.UrlDecode(name), WebUtility.UrlDecode(value)));
        }

        Dictionary<string, IReadOnlyList<string>> attributes = pairs.Where(pair => pair.Name != "role")
            .GroupBy(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => (IReadOnlyList<string>)[.. same], StringComparer.Ordinal);
        return new Principal(pairs.Where(pair => pair.Name == "role").Select(pair => pair.Value), attributes);
    }

    /// <summary>What a command may show: everything without the option, else what the principal may see.</summary>
    /// <exception cref="RefusedException">The text has no such form, or the model does not know such a principal.</exception>
    internal static SecurityScope ScopeOf(string? text, SemanticModel model)
    {
        if (text is null)
        {
            return SecurityScope.Full;
        }

        Principal principal = Read(text) ?? throw new RefusedException("not-a-principal", ("text", text));
        ScopeResolution resolution = SecurityScope.Of(model, principal);
        return resolution.Scope ?? throw new RefusedException("principal-refused", ("reason", (Func<Speaker, string>)resolution.Refusal!.In));
    }

    /// <summary>Who a principal written in an option is; whoever sits at the machine without it.</summary>
    internal static string NameOf(string? text) => (text is null ? Principal.Local : Read(text) ?? Principal.Local).Name;

    /// <summary>Says a refusal in the speaker's language.</summary>
    internal static string In(this ScopeRefusal refusal, Speaker speaker) => speaker.Language is Language.Chinese ? refusal.Message.Chinese : refusal.Message.English;
}
