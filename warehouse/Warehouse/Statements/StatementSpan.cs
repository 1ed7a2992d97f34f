using System.Diagnostics;

namespace ProdSales.Warehouse.Statements;

/// <summary>The span of one reading statement, as OpenTelemetry's conventions for databases ask. Its text holds no value of a caller: those are parameters.</summary>
public static class StatementSpan
{
    /// <summary>The name of the source.</summary>
    public const string Source = "ProdSales.Warehouse";

    private const int TextShown = 4_000;

    private static readonly ActivitySource Spans = new(Source);

    /// <summary>Begins it; null where nobody wants spans.</summary>
    internal static Activity? Start(string text)
    {
        Activity? span = Spans.StartActivity("duckdb", ActivityKind.Client);
        span?.SetTag("db.system.name", "duckdb");
        span?.SetTag("db.query.text", text.Length <= TextShown ? text : text[..TextShown]);
        return span;
    }

    /// <summary>Ends that of a statement that failed.</summary>
    internal static void Fail(Activity? span, Exception error)
    {
        span?.SetStatus(ActivityStatusCode.Error);
        span?.SetTag("error.type", error is WarehouseException told ? told.Kind.ToString() : error.GetType().Name);
        span?.Dispose();
    }

    /// <summary>Ends it with the rows that were read.</summary>
    internal static void End(Activity? span, long rows)
    {
        span?.SetTag("db.response.returned_rows", rows);
        span?.Dispose();
    }
}
