using ProdSales.Host.Models;
using ProdSales.Host.Security;
using ProdSales.Host.Speech;
using ProdSales.Semantics;

namespace ProdSales.Host.Rollups;

/// <summary><c>/rollups</c>: what <c>prodsales rollups</c> tells, of the warehouse that the server has open; for whoever may see everything.</summary>
internal sealed class RollupsEndpoint(ModelInService model)
{
    internal const string Path = "/rollups";

    /// <summary>Answers as text, in the language of the request. What was asked until now is counted.</summary>
    internal async Task HandleAsync(HttpContext http)
    {
        Speaker speaker = new(LanguageChoice.OfRequest(http.Request));
        if (!TrustedHeader.ScopeOf(http).IsFull)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            await http.Response.WriteAsync(speaker.Say("rollups.all-or-nothing"), http.RequestAborted);
            return;
        }

        await QuestionLedger.SaveAsync(model.Warehouse, model.Questions, http.RequestAborted);
        SemanticModel definitions = model.Current.Definitions;
        string[] lines = await model.Warehouse.Readers.ReadAsync((connection, _) => RollupText.Lines(definitions, connection, speaker).ToArray(), http.RequestAborted);
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsync(string.Join('\n', lines) + "\n", http.RequestAborted);
    }
}
