using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Types.Scalars;

/// <summary><c>Decimal</c>: an exact decimal number, read from a number or a string and written as a JSON number; <see cref="decimal"/> to resolvers.</summary>
public sealed class DecimalCodec : ScalarCodec
{
    /// <inheritdoc/>
    public override bool TryRead(ScalarInput input, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        value = input.Kind is ScalarInputKind.Integer or ScalarInputKind.Float or ScalarInputKind.String
            && decimal.TryParse(input.Text, style, CultureInfo.InvariantCulture, out decimal number) ? number : null;
        problem = value is null ? $"Decimal must be a number of at most 28 digits, not {input.Shown}." : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public override string? Write(object value, ResponseWriter writer)
    {
        switch (value)
        {
            case decimal number:
                writer.WriteNumber(number);
                return null;
            case int or long or short or byte or uint:
                writer.WriteNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return null;
            default:
                return $"Decimal cannot represent {Inspection.Show(value)}.";
        }
    }
}
