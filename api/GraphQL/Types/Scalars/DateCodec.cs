using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Types.Scalars;

/// <summary><c>Date</c>: a calendar day as <c>yyyy-MM-dd</c>; <see cref="DateOnly"/> to resolvers.</summary>
public sealed class DateCodec : ScalarCodec
{
    private const string Format = "yyyy-MM-dd";

    /// <inheritdoc/>
    public override bool TryRead(ScalarInput input, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = input.Kind == ScalarInputKind.String
            && DateOnly.TryParseExact(input.Text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
        problem = value is null ? $"Date must be a day such as \"2026-01-31\", not {input.Shown}." : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public override string? Write(object value, ResponseWriter writer)
    {
        if (value is not DateOnly day)
        {
            return $"Date cannot represent {Inspection.Show(value)}.";
        }

        writer.WriteString(day.ToString(Format, CultureInfo.InvariantCulture));
        return null;
    }
}
