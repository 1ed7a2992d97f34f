using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Types.Scalars;

/// <summary>The built-in <c>Int</c>: <see cref="int"/>, strictly 32 bits.</summary>
internal sealed class IntCodec : ScalarCodec
{
    public override bool TryRead(ScalarInput input, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        bool isInteger = input.Kind == ScalarInputKind.Integer;
        value = isInteger && int.TryParse(input.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;
        problem = value is not null ? null
            : isInteger ? $"Int cannot represent non 32-bit signed integer value: {input.Shown}"
            : $"Int cannot represent non-integer value: {input.Shown}";
        return value is not null;
    }

    public override string? Write(object value, ResponseWriter writer)
    {
        switch (value)
        {
            case int number:
                writer.WriteNumber(number);
                return null;
            case short or byte or sbyte or ushort:
                writer.WriteNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return null;
            case bool flag:
                writer.WriteNumber(flag ? 1 : 0);
                return null;
            case long or uint or ulong or float or double or decimal:
                decimal? whole = WholeNumber(value);
                if (whole is >= int.MinValue and <= int.MaxValue)
                {
                    writer.WriteNumber((long)whole.Value);
                    return null;
                }

                return whole is null
                    ? $"Int cannot represent non-integer value: {Inspection.Show(value)}"
                    : $"Int cannot represent non 32-bit signed integer value: {Inspection.Show(value)}";
            case string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed):
                return Write(parsed, writer);
            default:
                return $"Int cannot represent non-integer value: {Inspection.Show(value)}";
        }
    }

    private static decimal? WholeNumber(object value)
    {
        double number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return double.IsInteger(number) ? (decimal)Math.Clamp(number, -1e18, 1e18) : null;
    }
}
