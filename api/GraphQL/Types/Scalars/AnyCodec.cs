using System.Diagnostics.CodeAnalysis;
using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Types.Scalars;

/// <summary>A scalar nobody described further: every input is taken as it is, and every plain result written.</summary>
internal sealed class AnyCodec : ScalarCodec
{
    public static AnyCodec Instance { get; } = new();

    public override bool TryRead(ScalarInput input, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = input.Structure ?? input.Text;
        problem = null;
        return true;
    }

    public override string? Write(object value, ResponseWriter writer)
        => writer.TryWritePlain(value) ? null : $"Cannot show {Inspection.Show(value)}.";
}
