using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Language;

/// <summary>Writes documents back as text, in the reference implementation's layout.</summary>
internal static partial class Printer
{
    private const int LineLength = 80;

    public static string Print(DocumentNode document) => string.Join("\n\n", document.Definitions.Select(Print));

    public static string Print(ValueNode value) => value switch
    {
        VariableNode variable => "$" + variable.Name,
        IntValueNode number => number.Text,
        FloatValueNode number => number.Text,
        StringValueNode text => Print(text),
        BooleanValueNode flag => flag.Value ? "true" : "false",
        NullValueNode => "null",
        EnumValueNode name => name.Value,
        ListValueNode list => $"[{string.Join(", ", list.Values.Select(Print))}]",
        ObjectValueNode fields => $"{{{string.Join(", ", fields.Fields.Select(field => $"{field.Name}: {Print(field.Value)}"))}}}",
        _ => throw new System.Diagnostics.UnreachableException(value.GetType().Name),
    };

    public static string Print(TypeNode type) => type switch
    {
        ListTypeNode list => $"[{Print(list.Item)}]",
        NonNullTypeNode nonNull => Print(nonNull.Inner) + "!",
        _ => ((NamedTypeNode)type).Name,
    };

    private static string Print(StringValueNode text) => text.IsBlock ? BlockString.Print(text.Value) : StringNotation.Quote(text.Value);

    private static string Print(DefinitionNode definition) => definition switch
    {
        OperationNode operation => Operation(operation),
        FragmentNode fragment => Description(fragment.Description)
            + Words("fragment", fragment.Name.Value, "on", fragment.TypeCondition.Name, Directives(fragment.Directives), Selections(fragment.SelectionSet)),
        _ => TypeSystem((TypeSystemNode)definition),
    };

    private static string Operation(OperationNode operation)
    {
        string[] variables = [.. operation.Variables.Select(Variable)];
        string list = Array.Exists(variables, variable => variable.Contains('\n', StringComparison.Ordinal))
            ? $"(\n{string.Join('\n', variables)}\n)"
            : Wrap("(", string.Join(", ", variables), ")");
        string head = Description(operation.Description)
            + Words(operation.Kind.ToString().ToLowerInvariant(), operation.Name?.Value + list, Directives(operation.Directives));
        return head == "query" ? Selections(operation.SelectionSet) : Words(head, Selections(operation.SelectionSet));
    }

    private static string Variable(VariableDefinitionNode variable)
        => $"{Description(variable.Description)}${variable.Variable.Name}: {Print(variable.Type)}"
            + Wrap(" = ", variable.DefaultValue is null ? string.Empty : Print(variable.DefaultValue))
            + Wrap(" ", Directives(variable.Directives));

    private static string Selections(SelectionSetNode? set) => set is null ? string.Empty : Block(set.Selections.Select(Selection));

    private static string Selection(SelectionNode selection) => selection switch
    {
        FieldNode field => Field(field),
        FragmentSpreadNode spread => Words("..." + spread.Name, Directives(spread.Directives)),
        InlineFragmentNode inline => Words(
            "...", Wrap("on ", inline.TypeCondition?.Name ?? string.Empty), Directives(inline.Directives), Selections(inline.SelectionSet)),
        _ => throw new System.Diagnostics.UnreachableException(selection.GetType().Name),
    };

    private static string Field(FieldNode field)
    {
        string prefix = field.Alias is { } alias ? $"{alias}: {field.Name}" : field.Name.Value;
        string[] arguments = Arguments(field.Arguments);
        string inLine = string.Join(", ", arguments);
        string list = prefix.Length + inLine.Length + 2 > LineLength
            ? Wrap("(\n", Indent(string.Join('\n', arguments)), "\n)")
            : Wrap("(", inLine, ")");
        return Words(prefix + list, Directives(field.Directives), Selections(field.SelectionSet));
    }

    private static string[] Arguments(ArgumentNode[] arguments) => [.. arguments.Select(argument => $"{argument.Name}: {Print(argument.Value)}")];

    private static string Directives(DirectiveNode[] directives)
        => string.Join(' ', directives.Select(directive => $"@{directive.Name}{Wrap("(", string.Join(", ", Arguments(directive.Arguments)), ")")}"));

    private static string Description(StringValueNode? description) => description is null ? string.Empty : Print(description) + "\n";

    private static string Block(IEnumerable<string> lines) => Wrap("{\n", Indent(string.Join('\n', lines)), "\n}");

    private static string Indent(string text) => text.Length == 0 ? text : "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);

    private static string Wrap(string start, string text, string end = "") => text.Length == 0 ? text : start + text + end;

    private static string Words(params IEnumerable<string> words) => string.Join(' ', words.Where(word => word.Length > 0));
}
