using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace ProdSales.GraphQL.Types.Coordinates;

/// <summary>
/// The name of one element of a schema: <c>Type</c>, <c>Type.field</c>, <c>Type.field(argument:)</c>, <c>Enum.VALUE</c>, <c>Input.field</c>, <c>@directive</c>
/// or <c>@directive(argument:)</c> (chapter 3.14 of the specification).
/// </summary>
/// <param name="Name">The type, or the directive without <c>@</c>.</param>
/// <param name="Member">The field or value; null for the type itself and for directives.</param>
/// <param name="Argument">The argument; null where none is meant.</param>
/// <param name="IsDirective">Whether <paramref name="Name"/> is that of a directive.</param>
public sealed partial record SchemaCoordinate(string Name, string? Member, string? Argument, bool IsDirective)
{
    /// <summary>Reads a coordinate, which holds neither spaces nor comments.</summary>
    /// <param name="text">The text.</param>
    /// <param name="coordinate">The coordinate; null when the text is none.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out SchemaCoordinate? coordinate)
    {
        Match match = Form().Match(text);
        coordinate = match.Success
            ? new SchemaCoordinate(Value(match.Groups["directive"]) ?? match.Groups["name"].Value, Value(match.Groups["member"]), Value(match.Groups["argument"]), match.Groups["directive"].Success)
            : null;
        return match.Success;
    }

    /// <summary>Gives the element of a schema: a type, field, value, argument or directive; null when there is none of that name.</summary>
    /// <remarks>What holds a named element must be able to: the field of a union, or the argument of an enum's value, is none either.</remarks>
    public object? In(GraphQLSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (IsDirective)
        {
            DirectiveDefinition? directive = schema.Directive(Name);
            return Argument is null ? directive : directive?.Argument(Argument);
        }

        NamedType? type = schema.Type(Name);
        return (type, Member) switch
        {
            (_, null) => type,
            (FieldsType fields, _) => Argument is null ? fields.Field(Member) : fields.Field(Member)?.Argument(Argument),
            (EnumType values, _) when Argument is null => values.Value(Member),
            (Input.InputObjectType input, _) when Argument is null => input.Field(Member),
            _ => null,
        };
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(IsDirective ? "@" : string.Empty).Append(Name);
        text.Append(Member is null ? string.Empty : $".{Member}");
        return text.Append(Argument is null ? string.Empty : $"({Argument}:)").ToString();
    }

    private static string? Value(Group group) => group.Success ? group.Value : null;

    [GeneratedRegex(
        @"\A(?:@(?<directive>[A-Za-z_]\w*)|(?<name>[A-Za-z_]\w*)(?:\.(?<member>[A-Za-z_]\w*))?)\z|\A(?:@(?<directive>[A-Za-z_]\w*)|(?<name>[A-Za-z_]\w*)\.(?<member>[A-Za-z_]\w*))\((?<argument>[A-Za-z_]\w*):\)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Form();
}
