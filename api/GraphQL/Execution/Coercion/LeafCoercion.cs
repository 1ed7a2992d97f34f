using System.Diagnostics.CodeAnalysis;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Scalars;

namespace ProdSales.GraphQL.Execution.Coercion;

/// <summary>Reads scalars and enums.</summary>
internal static class LeafCoercion
{
    /// <summary>Reads a value, or says why it does not fit, with the near names where they may be told.</summary>
    public static bool TryRead(NamedType type, ScalarInput input, bool givesHints, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
        => type is ScalarType scalar ? scalar.Codec.TryRead(input, out value, out problem) : TryReadEnum((EnumType)type, input, givesHints, out value, out problem);

    private static bool TryReadEnum(EnumType type, ScalarInput input, bool givesHints, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        bool isName = input.Kind == (input.IsLiteral ? ScalarInputKind.Enum : ScalarInputKind.String);
        EnumValue? found = isName ? type.Value(input.Text) : null;
        value = found?.Value;
        problem = found is not null ? null : Problem(type, input, isName, givesHints);
        return found is not null;
    }

    private static string Problem(EnumType type, ScalarInput input, bool isName, bool givesHints)
    {
        string typed = isName ? input.Text : input.Shown;
        string hint = givesHints ? Suggestions.DidYouMean("the enum value", typed, type.Values.Select(value => value.Name)) : string.Empty;
        return isName ? $"Value \"{input.Text}\" does not exist in \"{type.Name}\" enum.{hint}"
            : input.IsLiteral ? $"Enum \"{type.Name}\" cannot represent non-enum value: {input.Shown}.{hint}"
            : $"Enum \"{type.Name}\" cannot represent non-string value: {input.Shown}.{hint}";
    }
}
