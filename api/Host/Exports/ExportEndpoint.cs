using ProdSales.GraphQL;
using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.Host.Models;
using ProdSales.Host.Speech;
using ProdSales.Schema;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Exports;

/// <summary><c>/export</c>: the answer of a question as a file, by the same model, security and statement as its JSON.</summary>
internal sealed class ExportEndpoint(WarehouseDatabase warehouse, ILogger<ExportEndpoint> logger)
{
    internal const string Path = "/export";

    /// <summary>Answers <c>GET /export?query=…&amp;format=csv|arrow|parquet|xlsx</c>, or the same question as the JSON body of a POST.</summary>
    internal Task HandleAsync(HttpContext http)
    {
        ServedModel served = ServedModel.Of(http);
        return ExportChoices.TryRead(http.Request, out ExportChoices? choices, out string problem)
            ? served.Handler.SelectAsync(http, (fields, state) => AnswerAsync(http, served, choices, fields, state))
            : RefuseAsync(http, StatusCodes.Status400BadRequest, new GraphQLError("export-format", Say(
                http, "export-format", ("value", problem), ("known", string.Join(", ", ExportFormat.All.Select(format => format.Name))))));
    }

    private async Task AnswerAsync(HttpContext http, ServedModel served, ExportChoices choices, IReadOnlyList<SelectedField> fields, object? state)
    {
        CancellationToken cancellation = http.RequestAborted;
        try
        {
            (ExportTable? table, IReadOnlyList<GraphQLError> errors) = await served.Exports.PlanAsync(fields, state, cancellation);
            if (table is null)
            {
                await RefuseAsync(http, StatusCodes.Status400BadRequest, [.. errors]);
                return;
            }

            Head(http.Response, table, choices);
            await (choices.Format.Write is null ? SendFileAsync(http, table, choices, cancellation) : StreamAsync(http, table, choices, cancellation));
        }
        catch (Exception exception) when (exception is WarehouseException or NotSupportedException && !http.Response.HasStarted)
        {
            await FailAsync(http, exception);
        }
        catch (Exception exception) when (exception is WarehouseException or NotSupportedException or OperationCanceledException)
        {
            // A file that was cut must not look whole: the connection breaks before the last part is told.
            logger.LogWarning(exception, "An export ended before its last row");
            http.Abort();
        }
    }

    private async Task StreamAsync(HttpContext http, ExportTable table, ExportChoices choices, CancellationToken cancellation)
    {
        using ReaderLease lease = await warehouse.Readers.LeaseAsync(cancellation);
        await Task.Run(
            () =>
            {
                using ResponseStream output = new(http.Response.BodyWriter, cancellation);
                TableFiles.Write(lease.Connection, table, choices, output, cancellation);
                output.Send();
            },
            cancellation);
    }

    private async Task SendFileAsync(HttpContext http, ExportTable table, ExportChoices choices, CancellationToken cancellation)
    {
        string file = await warehouse.Readers.ReadAsync((connection, token) => TableFiles.Spool(connection, warehouse.SpoolFolder, table, choices, token), cancellation);
        try
        {
            http.Response.ContentLength = new FileInfo(file).Length;
            await http.Response.SendFileAsync(file, cancellation);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Head(HttpResponse response, ExportTable table, ExportChoices choices)
    {
        response.ContentType = choices.Format == ExportFormat.Csv ? $"{choices.Format.MediaType}; charset=utf-8; header=present" : choices.Format.MediaType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{table.Name}.{choices.Format.Extension}\"";
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
    }

    private async Task FailAsync(HttpContext http, Exception exception)
    {
        http.Response.Clear();
        if (exception is WarehouseException { Kind: WarehouseErrorKind.Busy or WarehouseErrorKind.TimedOut } busy)
        {
            http.Response.Headers.RetryAfter = "5";
            await RefuseAsync(http, StatusCodes.Status503ServiceUnavailable, new GraphQLError(busy.Kind is WarehouseErrorKind.Busy ? "busy" : ErrorCodes.TimedOut, Say(http, "export-busy")));
            return;
        }

        logger.LogError(exception, "An export failed");
        await RefuseAsync(http, StatusCodes.Status500InternalServerError, new GraphQLError(ErrorCodes.InternalError, Say(http, "export-failed")));
    }

    private static string Say(HttpContext http, string code, params ReadOnlySpan<(string Name, object Value)> facts)
        => new Speaker(LanguageChoice.OfRequest(http.Request)).Say($"command.{code}", facts);

    private static Task RefuseAsync(HttpContext http, int status, params GraphQLError[] errors)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(
            new { errors = errors.Select(error => new { message = error.Message, extensions = Facts(error) }) }, http.RequestAborted);
    }

    private static Dictionary<string, object?> Facts(GraphQLError error)
    {
        Dictionary<string, object?> facts = new(StringComparer.Ordinal) { ["code"] = error.Code };
        foreach ((string name, object? value) in error.Facts ?? new Dictionary<string, object?>())
        {
            facts[name] = value;
        }

        return facts;
    }
}
