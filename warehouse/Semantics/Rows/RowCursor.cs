using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ProdSales.Semantics;

/// <summary>Where a row stands: the number of its fact in the plan and the texts of its keys.</summary>
/// <remarks>
/// It carries a mark of the question, so that one of another question, model or scope is refused instead of giving rows of neither. It needs no secret: what
/// it says is compared with keys as bound parameters, under the conditions of the asker's own question, and so shows nothing that a page before it would not.
/// </remarks>
internal sealed record RowCursor(int Scan, IReadOnlyList<string?> Keys)
{
    internal static string MarkOf(SemanticModel model, RowRequest request)
    {
        StringBuilder text = new();
        foreach (string? part in (IEnumerable<string?>)[model.Version, request.Measure.QualifiedName, Day(request.Period.From), Day(request.Period.To), Day(request.AsOf), request.Comparison?.Prefix, $"{request.History.IsAsWas} {request.History.Day:O}", request.Scope.Hash])
        {
            text.Append(part).Append('\n');
        }

        // In whatever order they were given.
        foreach (MemberFilter filter in request.Filters.OrderBy(filter => filter.Dimension.Name, StringComparer.Ordinal).ThenBy(filter => filter.IsById).ThenBy(filter => filter.IsExcluding))
        {
            text.Append(JsonSerializer.Serialize(new object?[] { filter.Dimension.Name, filter.IsById, filter.IsExcluding, filter.Values })).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12];
    }

    /// <summary>The text.</summary>
    /// <param name="mark">The mark of the question.</param>
    /// <param name="under">What tells under which row of a cut it stands; nothing for a row asked for alone.</param>
    internal string Written(string mark, IReadOnlyList<string?> under) =>
        Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes((string?[])[mark, Scan.ToString(CultureInfo.InvariantCulture), .. Keys, .. under])).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    /// <summary>The cursor of a text, or null when the text is none of this question.</summary>
    internal static RowCursor? Read(string text, string mark, IReadOnlyList<FactScan> scans) =>
        PartsOf(text) is [{ } held, { } scan, .. var keys]
        && held == mark
        && int.TryParse(scan, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number < scans.Count
        && keys.Length >= scans[number].Source.Fact.Keys.Count
            ? new RowCursor(number, keys[..scans[number].Source.Fact.Keys.Count])
            : null;

    /// <summary>What a text says, or null when it is no cursor at all.</summary>
    internal static string?[]? PartsOf(string text)
    {
        try
        {
            string padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4);
            return JsonSerializer.Deserialize<string?[]>(Convert.FromBase64String(padded));
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
