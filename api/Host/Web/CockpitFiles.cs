using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace ProdSales.Host.Web;

/// <summary>Serves the built cockpit, and its first page for every address of the screen.</summary>
internal static class CockpitFiles
{
    private const string ContentPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Finds the folder of the built cockpit: <c>wwwroot</c> beside the program, else <c>cockpit-web/dist</c> of the source tree.</summary>
    /// <returns>The folder, or null when the cockpit is not built.</returns>
    internal static string? Folder()
    {
        string beside = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        return SourceTree.Root is { } root && HasCockpit(Path.Combine(root, "cockpit-web", "dist"))
            ? Path.Combine(root, "cockpit-web", "dist")
            : HasCockpit(beside) ? beside : null;
    }

    /// <summary>Adds the files and the fallback to the first page; fingerprinted files are cached for a year, the page never.</summary>
    internal static void Map(WebApplication app, string folder)
    {
        PhysicalFileProvider files = new(folder);
        StaticFileOptions options = new() { FileProvider = files, OnPrepareResponse = SetHeaders };
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(options);
        app.MapGet("/graphiql", http => SendExplorerAsync(http, files));
        app.MapFallbackToFile("index.html", options);
    }

    /// <summary>The page of the explorer, under an address without an ending.</summary>
    private static Task SendExplorerAsync(HttpContext http, PhysicalFileProvider files)
    {
        IFileInfo page = files.GetFileInfo("graphiql.html");
        http.Response.ContentType = "text/html; charset=utf-8";
        SetHeaders(new StaticFileResponseContext(http, page));
        return http.Response.SendFileAsync(page, http.RequestAborted);
    }

    private static void SetHeaders(StaticFileResponseContext context)
    {
        IHeaderDictionary headers = context.Context.Response.Headers;
        bool isFingerprinted = context.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal);
        headers.CacheControl = isFingerprinted ? "public, max-age=31536000, immutable" : "no-cache";
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
    }

    private static bool HasCockpit(string folder) => File.Exists(Path.Combine(folder, "index.html"));
}
