using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.BuiltIn;
using ProdSales.GraphQL.Types.Input;
using ProdSales.GraphQL.Types.Introspection;

namespace ProdSales.GraphQL.Validation.Sdl;

/// <summary>The rules that types which are referred to or extended exist, and are of the kind that is meant.</summary>
internal static class TypeReferenceRules
{
    private static readonly string[] Standard = [.. BuiltIns.Scalars.Select(scalar => scalar.Name), .. IntrospectionTypes.All.Select(type => type.Name)];

    public static void KnownTypeNames(SdlContext context)
    {
        string[] own = [.. (context.Existing?.Types ?? []).Select(type => type.Name), .. Defined(context).Select(type => type.Name.Value)];
        string[] known = [.. Standard, .. own];
        HashSet<string> names = new(known, StringComparer.Ordinal);
        foreach (NamedTypeNode reference in context.Definitions.SelectMany(References).Where(reference => !names.Contains(reference.Name)))
        {
            context.Report($"Unknown type \"{reference.Name}\".{Suggestions.DidYouMean(null, reference.Name, known.Distinct(StringComparer.Ordinal))}", reference.Start);
        }
    }

    public static void PossibleTypeExtensions(SdlContext context)
    {
        Dictionary<string, TypeDefinitionNode> defined = new(StringComparer.Ordinal);
        foreach (TypeDefinitionNode type in Defined(context))
        {
            defined[type.Name.Value] = type;
        }

        foreach (TypeDefinitionNode extension in context.Types.Where(type => type.IsExtension))
        {
            TypeDefinitionNode? definition = defined.GetValueOrDefault(extension.Name.Value);
            NamedType? existing = context.Existing?.Type(extension.Name.Value);
            string? kind = definition is not null ? KindOf(definition) : existing is not null ? KindOf(existing) : null;
            if (kind is null)
            {
                IEnumerable<string> names = defined.Keys.Concat((context.Existing?.Types ?? []).Select(type => type.Name)).Distinct(StringComparer.Ordinal);
                context.Report($"Cannot extend type \"{extension.Name}\" because it is not defined.{Suggestions.DidYouMean(null, extension.Name.Value, names)}", extension.Name.Start);
            }
            else if (kind != KindOf(extension))
            {
                context.Report(
                    $"Cannot extend non-{KindOf(extension)} type \"{extension.Name}\".",
                    definition is null ? [extension.Start] : [definition.Start, extension.Start]);
            }
        }
    }

    private static IEnumerable<TypeDefinitionNode> Defined(SdlContext context) => context.Types.Where(type => !type.IsExtension);

    private static IEnumerable<NamedTypeNode> References(TypeSystemNode definition) => definition switch
    {
        SchemaNode schema => schema.OperationTypes.Select(operation => operation.Type),
        FieldsTypeNode type => type.Interfaces.Concat(type.Fields.SelectMany(field => field.Arguments.Select(argument => Named(argument.Type)).Append(Named(field.Type)))),
        UnionNode union => union.Members,
        InputObjectNode input => input.Fields.Select(field => Named(field.Type)),
        DirectiveDefinitionNode directive => directive.Arguments.Select(argument => Named(argument.Type)),
        _ => [],
    };

    private static NamedTypeNode Named(TypeNode type) => type switch
    {
        ListTypeNode list => Named(list.Item),
        NonNullTypeNode nonNull => Named(nonNull.Inner),
        _ => (NamedTypeNode)type,
    };

    private static string KindOf(TypeDefinitionNode type) => type switch
    {
        ScalarNode => "scalar",
        FieldsTypeNode { IsInterface: true } => "interface",
        FieldsTypeNode => "object",
        UnionNode => "union",
        EnumNode => "enum",
        _ => "input object",
    };

    private static string KindOf(NamedType type) => type switch
    {
        ScalarType => "scalar",
        InterfaceType => "interface",
        ObjectType => "object",
        UnionType => "union",
        EnumType => "enum",
        InputObjectType => "input object",
        _ => throw new System.Diagnostics.UnreachableException(type.GetType().Name),
    };
}
