using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Types.Scalars;

/// <summary>The built-in <c>String</c>.</summary>
internal sealed class StringCodec : ScalarCodec
{
    public override bool TryRead(ScalarInput input, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = input.Kind == ScalarInputKind.String ? input.Text : null;
        problem = value is null ? $"String cannot represent a non string value: {input.Shown}" : null;
        return value is not null;
    }

    public override string? Write(object value, ResponseWriter writer)
    {
        string? text = value switch
        {
            string same => same,
            bool flag => flag ? "true" : "false",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
        if (text is null)
        {
            return $"String cannot represent value: {Inspection.Show(value)}";
        }

        writer.WriteString(text);
        return null;
    }
}
