using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Extensions.Primitives;

namespace ProdSales.Host.Exports;

/// <summary>In which form a table is wanted.</summary>
/// <param name="Format">The form.</param>
/// <param name="IsForExcel">Whether text is written so that Excel opens it without a question: <c>bom=true</c>.</param>
internal sealed record ExportChoices(ExportFormat Format, bool IsForExcel)
{
    /// <summary>Reads the parameters <c>format</c> and <c>bom</c>, and where there is no <c>format</c> the header <c>Accept</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="choices">What is wanted; null when a value is none of those allowed.</param>
    /// <param name="problem">The value that is not allowed; empty when all are.</param>
    internal static bool TryRead(HttpRequest request, [NotNullWhen(true)] out ExportChoices? choices, out string problem)
    {
        (StringValues format, StringValues mark) = (request.Query["format"], request.Query["bom"]);
        ExportFormat? found = format.Count == 0 ? OfAccept(request) : ExportFormat.All.FirstOrDefault(known => known.Name == format);
        bool isMark = mark.Count == 0 || mark == "true" || mark == "false";
        problem = found is null ? $"format={format}" : isMark ? "" : $"bom={mark}";
        choices = found is not null && isMark ? new ExportChoices(found, mark == "true") : null;
        return choices is not null;
    }

    private static ExportFormat OfAccept(HttpRequest request) => new RequestHeaders(request.Headers).Accept
        .Select(range => ExportFormat.All.FirstOrDefault(known => range.MediaType.Equals(known.MediaType, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(known => known is not null) ?? ExportFormat.All[0];
}
