using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Types.Scalars;

/// <summary>The built-in <c>Boolean</c>.</summary>
internal sealed class BooleanCodec : ScalarCodec
{
    public override bool TryRead(ScalarInput input, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = input.Kind == ScalarInputKind.Boolean ? input.Text == "true" : null;
        problem = value is null ? $"Boolean cannot represent a non boolean value: {input.Shown}" : null;
        return value is not null;
    }

    public override string? Write(object value, ResponseWriter writer)
    {
        switch (value)
        {
            case bool flag:
                writer.WriteBoolean(flag);
                return null;
            case int or long or double or decimal:
                writer.WriteBoolean(Convert.ToDouble(value, CultureInfo.InvariantCulture) != 0);
                return null;
            default:
                return $"Boolean cannot represent a non boolean value: {Inspection.Show(value)}";
        }
    }
}
