using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Validation.Sdl;

/// <summary>The rules that a name is defined once (chapter 3 of the specification).</summary>
internal static class DefinitionNames
{
    public static void UniqueTypeNames(SdlContext context)
    {
        Dictionary<string, Name> known = new(StringComparer.Ordinal);
        foreach (Name name in context.Types.Where(type => !type.IsExtension).Select(type => type.Name))
        {
            if (context.Existing?.Type(name.Value) is not null)
            {
                context.Report($"Type \"{name}\" already exists in the schema. It cannot also be defined in this type definition.", name.Start);
            }
            else if (!known.TryAdd(name.Value, name))
            {
                context.Report($"There can be only one type named \"{name}\".", known[name.Value].Start, name.Start);
            }
        }
    }

    public static void UniqueDirectiveNames(SdlContext context)
    {
        Dictionary<string, Name> known = new(StringComparer.Ordinal);
        foreach (Name name in context.Definitions.OfType<DirectiveDefinitionNode>().Select(directive => directive.Name))
        {
            if (context.Existing?.Directive(name.Value) is not null)
            {
                context.Report($"Directive \"@{name}\" already exists in the schema. It cannot be redefined.", name.Start);
            }
            else if (!known.TryAdd(name.Value, name))
            {
                context.Report($"There can be only one directive named \"@{name}\".", known[name.Value].Start, name.Start);
            }
        }
    }

    public static void UniqueEnumValueNames(SdlContext context) => Members(
        context,
        "Enum value",
        type => type is EnumNode values ? values.Values.Select(value => value.Name) : [],
        (type, name) => (type as EnumType)?.Value(name) is not null);

    public static void UniqueFieldDefinitionNames(SdlContext context) => Members(
        context,
        "Field",
        type => type switch
        {
            FieldsTypeNode fields => fields.Fields.Select(field => field.Name),
            InputObjectNode input => input.Fields.Select(field => field.Name),
            _ => [],
        },
        (type, name) => ((object?)(type as FieldsType)?.Field(name) ?? (type as InputObjectType)?.Field(name)) is not null);

    public static void UniqueArgumentDefinitionNames(SdlContext context)
    {
        foreach (DirectiveDefinitionNode directive in context.Definitions.OfType<DirectiveDefinitionNode>())
        {
            Arguments(context, $"@{directive.Name}", directive.Arguments);
        }

        foreach (FieldsTypeNode type in context.Definitions.OfType<FieldsTypeNode>())
        {
            Array.ForEach(type.Fields, field => Arguments(context, $"{type.Name}.{field.Name}", field.Arguments));
        }
    }

    private static void Arguments(SdlContext context, string owner, InputValueDefinitionNode[] arguments)
    {
        foreach (IGrouping<string, InputValueDefinitionNode> same in arguments.GroupBy(argument => argument.Name.Value, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
        {
            context.Report($"Argument \"{owner}({same.Key}:)\" can only be defined once.", same.Select(argument => argument.Name.Start));
        }
    }

    private static void Members(SdlContext context, string what, Func<TypeDefinitionNode, IEnumerable<Name>> members, Func<NamedType?, string, bool> exists)
    {
        Dictionary<(string Type, string Member), Name> known = [];
        foreach ((TypeDefinitionNode type, Name name) in context.Types.SelectMany(type => members(type).Select(name => (type, name))))
        {
            if (exists(context.Existing?.Type(type.Name.Value), name.Value))
            {
                context.Report($"{what} \"{type.Name}.{name}\" already exists in the schema. It cannot also be defined in this type extension.", name.Start);
            }
            else if (!known.TryAdd((type.Name.Value, name.Value), name))
            {
                context.Report($"{what} \"{type.Name}.{name}\" can only be defined once.", known[(type.Name.Value, name.Value)].Start, name.Start);
            }
        }
    }
}
