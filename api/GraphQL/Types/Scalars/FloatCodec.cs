using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Types.Scalars;

/// <summary>The built-in <c>Float</c>: a finite <see cref="double"/>.</summary>
internal sealed class FloatCodec : ScalarCodec
{
    public override bool TryRead(ScalarInput input, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        bool isNumber = input.Kind is ScalarInputKind.Integer or ScalarInputKind.Float;
        value = isNumber && double.TryParse(input.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : null;
        problem = value is null ? $"Float cannot represent non numeric value: {input.Shown}" : null;
        return value is not null;
    }

    public override string? Write(object value, ResponseWriter writer)
    {
        switch (value)
        {
            case double number when double.IsFinite(number):
                writer.WriteNumber(number);
                return null;
            case decimal number:
                writer.WriteNumber(number);
                return null;
            case int or short or byte or sbyte or ushort or long or uint:
                writer.WriteNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return null;
            case bool flag:
                writer.WriteNumber(flag ? 1 : 0);
                return null;
            case float or ulong when Convert.ToDouble(value, CultureInfo.InvariantCulture) is double finite && double.IsFinite(finite):
                writer.WriteNumber(finite);
                return null;
            case string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed) && double.IsFinite(parsed):
                writer.WriteNumber(parsed);
                return null;
            default:
                return $"Float cannot represent non numeric value: {Inspection.Show(value)}";
        }
    }
}
