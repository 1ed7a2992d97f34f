using System.Text;
using ProdSales.GraphQL.Execution.Costs;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Types.BuiltIn;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types.Sdl;

/// <summary>Writes a schema in the schema language, in the layout of the reference implementation's <c>printSchema</c>.</summary>
internal static class SchemaPrinter
{
    public static string Print(GraphQLSchema schema)
    {
        IEnumerable<string> parts =
        [
            Operations(schema),
            .. schema.Directives.Where(directive => !directive.IsBuiltIn).Select(Directive),
            .. schema.Types.Where(type => !type.IsBuiltIn).Select(Type),
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0)) + "\n";
    }

    private static string Operations(GraphQLSchema schema)
    {
        bool isCommon = (schema.Query?.Name ?? "Query") == "Query"
            && (schema.Mutation?.Name ?? "Mutation") == "Mutation"
            && (schema.Subscription?.Name ?? "Subscription") == "Subscription";
        if (schema.Description is null && isCommon)
        {
            return string.Empty;
        }

        (string Kind, ObjectType? Type)[] operations = [("query", schema.Query), ("mutation", schema.Mutation), ("subscription", schema.Subscription)];
        IEnumerable<string> lines = operations.Where(operation => operation.Type is not null).Select(operation => $"  {operation.Kind}: {operation.Type!.Name}");
        return $"{Description(schema.Description)}schema {{\n{string.Join('\n', lines)}\n}}";
    }

    private static string Type(NamedType type) => Description(type.Description) + type switch
    {
        ScalarType scalar => $"scalar {scalar.Name}{(scalar.SpecifiedByUrl is null ? string.Empty : $" @specifiedBy(url: {StringNotation.Quote(scalar.SpecifiedByUrl)})")}",
        FieldsType fields => (fields is InterfaceType ? "interface " : "type ") + fields.Name
            + (fields.Interfaces.Count == 0 ? string.Empty : " implements " + string.Join(" & ", fields.Interfaces))
            + Block(fields.Fields.Select((field, index) => Description(field.Description, "  ", index == 0) + Field(field))),
        UnionType union => "union " + union.Name + (union.Members.Count == 0 ? string.Empty : " = " + string.Join(" | ", union.Members)),
        EnumType values => "enum " + values.Name + Block(values.Values.Select(
            (value, index) => $"{Description(value.Description, "  ", index == 0)}  {value.Name}{Deprecated(value.DeprecationReason)}")),
        InputObjectType input => $"input {input.Name}{(input.IsOneOf ? " @oneOf" : string.Empty)}" + Block(input.Fields.Select(
            (field, index) => $"{Description(field.Description, "  ", index == 0)}  {Input(field)}")),
        _ => throw new System.Diagnostics.UnreachableException(type.Name),
    };

    private static string Field(FieldDefinition field) => $"  {field.Name}{Arguments(field.Arguments, "  ")}: {field.Type}{Deprecated(field.DeprecationReason)}{Cost(field)}";

    private static string Cost(FieldDefinition field)
        => (field.Weight is { } weight ? FormattableString.Invariant($" @cost(weight: \"{weight}\")") : string.Empty)
            + (field.Sizing is { } sizing ? $" @listSize({string.Join(", ", Sizes(sizing))})" : string.Empty);

    private static IEnumerable<string> Sizes(ListSizing sizing)
    {
        if (sizing.Assumed is { } assumed)
        {
            yield return FormattableString.Invariant($"assumedSize: {assumed}");
        }

        if (sizing.SlicingArguments.Count > 0)
        {
            yield return $"slicingArguments: [{string.Join(", ", sizing.SlicingArguments.Select(StringNotation.Quote))}]";
        }

        if (sizing.SizedFields.Count > 0)
        {
            yield return $"sizedFields: [{string.Join(", ", sizing.SizedFields.Select(StringNotation.Quote))}]";
        }

        yield return "requireOneSlicingArgument: false";
    }

    internal static string Directive(DirectiveDefinition directive)
        => $"{Description(directive.Description)}directive @{directive.Name}{Arguments(directive.Arguments, string.Empty)}"
            + $"{(directive.IsRepeatable ? " repeatable" : string.Empty)} on {string.Join(" | ", directive.Locations)}";

    private static string Arguments(IReadOnlyList<InputValue> arguments, string indentation)
    {
        if (arguments.Count == 0)
        {
            return string.Empty;
        }

        if (arguments.All(argument => string.IsNullOrEmpty(argument.Description)))
        {
            return $"({string.Join(", ", arguments.Select(Input))})";
        }

        IEnumerable<string> lines = arguments.Select(
            (argument, index) => $"{Description(argument.Description, "  " + indentation, index == 0)}  {indentation}{Input(argument)}");
        return $"(\n{string.Join('\n', lines)}\n{indentation})";
    }

    private static string Input(InputValue value)
        => $"{value.Name}: {value.Type}{(value.Default is null ? string.Empty : " = " + value.Default)}{Deprecated(value.DeprecationReason)}";

    private static string Deprecated(string? reason) => reason switch
    {
        null => string.Empty,
        BuiltIns.DefaultDeprecationReason => " @deprecated",
        _ => $" @deprecated(reason: {StringNotation.Quote(reason)})",
    };

    private static string Block(IEnumerable<string> lines)
    {
        string text = string.Join('\n', lines);
        return text.Length == 0 ? string.Empty : $" {{\n{text}\n}}";
    }

    private static string Description(string? description, string indentation = "", bool isFirst = true)
    {
        if (description is null)
        {
            return string.Empty;
        }

        StringBuilder printed = new();
        printed.Append(indentation.Length > 0 && !isFirst ? "\n" : string.Empty).Append(indentation);
        string literal = IsPrintableAsBlock(description) ? BlockString.Print(description) : StringNotation.Quote(description);
        return printed.Append(literal.Replace("\n", "\n" + indentation, StringComparison.Ordinal)).Append('\n').ToString();
    }

    private static bool IsPrintableAsBlock(string text)
    {
        bool hasControl = text.Any(c => c is (< ' ' and not '\t' and not '\n') or '\x7F');
        string[] lines = text.Split('\n');
        bool hasBlankEdge = text.Length > 0 && (string.IsNullOrWhiteSpace(lines[0]) || string.IsNullOrWhiteSpace(lines[^1]));
        bool hasCommonIndent = lines.Length > 1 && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        return !hasControl && !hasBlankEdge && !(hasCommonIndent && lines[0].Length > 0 && lines[0][0] is ' ' or '\t');
    }
}
