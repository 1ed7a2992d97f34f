using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Types.Scalars;

/// <summary>The built-in <c>ID</c>: text to resolvers, written as a string.</summary>
internal sealed class IdCodec : ScalarCodec
{
    public override bool TryRead(ScalarInput input, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = input.Kind is ScalarInputKind.String or ScalarInputKind.Integer ? input.Text : null;
        problem = value is not null ? null
            : input.IsLiteral ? $"ID cannot represent a non-string and non-integer value: {input.Shown}"
            : $"ID cannot represent value: {input.Shown}";
        return value is not null;
    }

    public override string? Write(object value, ResponseWriter writer)
    {
        switch (value)
        {
            case string text:
                writer.WriteString(text);
                return null;
            case int or long or short or byte or uint or ulong or Guid:
                writer.WriteString(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                return null;
            default:
                return $"ID cannot represent value: {Inspection.Show(value)}";
        }
    }
}
