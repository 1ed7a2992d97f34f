using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Types.Scalars;

/// <summary><c>Long</c>: a whole number of 64 bits, written as a JSON number; <see cref="long"/> to resolvers.</summary>
public sealed class LongCodec : ScalarCodec
{
    /// <inheritdoc/>
    public override bool TryRead(ScalarInput input, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = input.Kind is ScalarInputKind.Integer or ScalarInputKind.String
            && long.TryParse(input.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
        problem = value is null ? $"Long must be a whole number of 64 bits, not {input.Shown}." : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public override string? Write(object value, ResponseWriter writer)
    {
        if (value is not (long or int or short or byte or uint))
        {
            return $"Long cannot represent {Inspection.Show(value)}.";
        }

        writer.WriteNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture));
        return null;
    }
}
