using Microsoft.Extensions.Primitives;
using ProdSales.Host.Speech;
using ProdSales.Semantics;

namespace ProdSales.Host.Security;

/// <summary>Takes who asks from a header that something in front of the server sets, once it has made sure of who it is.</summary>
/// <remarks>
/// Off unless the operator names the header. Once it is on, a request without it, with two of it, or with a principal that the model does not know is refused
/// with 401 before anything is read. What stands in front must drop the header from what its own clients send; the server cannot tell.
/// </remarks>
internal sealed class TrustedHeader(string name, Func<HttpContext, SemanticModel> modelOf)
{
    private static readonly object Key = new();
    private static readonly object NameKey = new();

    /// <summary>The scope of a request that <see cref="Admit"/> let through; everything where no header is configured.</summary>
    internal static SecurityScope ScopeOf(HttpContext http) => http.Items.TryGetValue(Key, out object? scope) ? (SecurityScope)scope! : SecurityScope.Full;

    /// <summary>Who sends a request that <see cref="Admit"/> let through; whoever sits at the machine where no header is configured.</summary>
    internal static string NameOf(HttpContext http) => http.Items.TryGetValue(NameKey, out object? name) ? (string)name! : Principal.Local.Name;

    /// <summary>Who sends a request, for limits of one user; null where no header tells users apart.</summary>
    internal static string? UserOf(HttpContext http) => http.Items.TryGetValue(NameKey, out object? name) ? (string)name! : null;

    /// <summary>Lets a request through with its scope, or refuses it.</summary>
    internal async Task Admit(HttpContext http, RequestDelegate next)
    {
        (SecurityScope? scope, string code, string message) = Read(http.Request, modelOf(http));
        if (scope is not null)
        {
            http.Items[Key] = scope;
            http.Items[NameKey] = PrincipalText.NameOf(http.Request.Headers[name]);
            http.Response.Headers.Append("Vary", name);
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        await http.Response.WriteAsJsonAsync(new { errors = new[] { new { message, extensions = new { code } } } }, http.RequestAborted);
    }

    private (SecurityScope? Scope, string Code, string Message) Read(HttpRequest request, SemanticModel model)
    {
        Speaker speaker = new(LanguageChoice.OfRequest(request));
        if (!request.Headers.TryGetValue(name, out StringValues values) || values is not [{ } text])
        {
            return (null, "no-principal", speaker.Say("command.no-principal", ("header", name)));
        }

        if (PrincipalText.Read(text) is not { } principal)
        {
            return (null, "not-a-principal", speaker.Say("command.not-a-principal", ("text", text)));
        }

        ScopeResolution resolution = SecurityScope.Of(model, principal);
        return resolution.Refusal is { } refusal ? (null, refusal.Code, refusal.In(speaker)) : (resolution.Scope, "", "");
    }
}
