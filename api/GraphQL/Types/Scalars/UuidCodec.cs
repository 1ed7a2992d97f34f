using System.Diagnostics.CodeAnalysis;
using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Types.Scalars;

/// <summary><c>UUID</c>: RFC 9562 text in lower case; <see cref="Guid"/> to resolvers.</summary>
public sealed class UuidCodec : ScalarCodec
{
    /// <inheritdoc/>
    public override bool TryRead(ScalarInput input, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = input.Kind == ScalarInputKind.String && Guid.TryParseExact(input.Text, "D", out Guid id) ? id : null;
        problem = value is null ? $"UUID must be text such as \"123e4567-e89b-12d3-a456-426614174000\", not {input.Shown}." : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public override string? Write(object value, ResponseWriter writer)
    {
        if (value is not Guid id)
        {
            return $"UUID cannot represent {Inspection.Show(value)}.";
        }

        writer.WriteString(id.ToString("D"));
        return null;
    }
}
