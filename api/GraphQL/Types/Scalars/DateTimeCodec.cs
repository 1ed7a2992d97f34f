using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Types.Scalars;

/// <summary><c>DateTime</c>: an instant as RFC 3339 text with its offset; <see cref="DateTimeOffset"/> to resolvers.</summary>
public sealed class DateTimeCodec : ScalarCodec
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <inheritdoc/>
    public override bool TryRead(ScalarInput input, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        bool hasOffset = input.Text.EndsWith('Z') || input.Text.LastIndexOfAny(['+', '-']) > 10;
        value = input.Kind == ScalarInputKind.String && hasOffset
            && DateTimeOffset.TryParseExact(input.Text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset instant)
                ? instant
                : null;
        problem = value is null ? $"DateTime must be an instant with an offset such as \"2026-01-31T08:00:00Z\", not {input.Shown}." : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public override string? Write(object value, ResponseWriter writer)
    {
        switch (value)
        {
            case DateTimeOffset instant when instant.Offset == TimeSpan.Zero:
                writer.WriteString(instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
                return null;
            case DateTimeOffset instant:
                writer.WriteString(instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));
                return null;
            case DateTime { Kind: DateTimeKind.Utc } instant:
                writer.WriteString(instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
                return null;
            default:
                return $"DateTime cannot represent {Inspection.Show(value)}.";
        }
    }
}
