using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Validation.Values;

/// <summary>Whether a literal fits a type; variables inside are another rule's subject.</summary>
internal static class LiteralCheck
{
    /// <summary>Reports everything in the literal that does not fit; a null type is not checked.</summary>
    public static void Check(ValidationContext context, ValueNode literal, GraphType? type)
    {
        switch (literal)
        {
            case VariableNode:
                break;
            case NullValueNode when type is NonNullType:
                ReportMismatch(context, literal, type);
                break;
            case NullValueNode:
                break;
            case ListValueNode list when type?.Nullable is ListType of:
                Array.ForEach(list.Values, item => Check(context, item, of.Item));
                break;
            case ObjectValueNode fields when type?.Named is InputObjectType input:
                CheckObject(context, fields, input);
                break;
            default:
                CheckLeaf(context, literal, type);
                break;
        }
    }

    private static void CheckLeaf(ValidationContext context, ValueNode literal, GraphType? type)
    {
        if (type is null)
        {
            return;
        }

        if (!type.IsLeaf)
        {
            ReportMismatch(context, literal, type);
        }
        else if (!LeafCoercion.TryRead(type.Named, InputReading.Read(literal), context.Options.AllowsIntrospection, out _, out string? problem))
        {
            bool isBuiltIn = type.Named is EnumType || type.Named.IsBuiltIn;
            context.Report(isBuiltIn ? problem : $"Expected value of type \"{type}\", found {Printer.Print(literal)}; {problem}", literal.Start);
        }
    }

    private static void CheckObject(ValidationContext context, ObjectValueNode literal, InputObjectType type)
    {
        foreach (InputValue required in type.Fields.Where(field => field.IsRequired && !Array.Exists(literal.Fields, given => given.Name.Value == field.Name)))
        {
            context.Report($"Field \"{type.Name}.{required.Name}\" of required type \"{required.Type}\" was not provided.", literal.Start);
        }

        CheckOneOf(context, literal, type);
        foreach (ObjectFieldNode given in literal.Fields)
        {
            InputValue? field = type.Field(given.Name.Value);
            if (field is null)
            {
                string hint = context.Hint(null, given.Name.Value, () => type.Fields.Select(known => known.Name));
                context.Report($"Field \"{given.Name}\" is not defined by type \"{type.Name}\".{hint}", given.Start);
            }

            Check(context, given.Value, field?.Type);
        }
    }

    private static void CheckOneOf(ValidationContext context, ObjectValueNode literal, InputObjectType type)
    {
        if (!type.IsOneOf)
        {
            return;
        }

        if (literal.Fields.Select(field => field.Name.Value).Distinct(StringComparer.Ordinal).Count() != 1)
        {
            context.Report($"OneOf Input Object \"{type.Name}\" must specify exactly one key.", literal.Start);
        }
        else if (literal.Fields[^1].Value is NullValueNode)
        {
            context.Report($"Field \"{type.Name}.{literal.Fields[0].Name}\" must be non-null.", literal.Start);
        }
    }

    private static void ReportMismatch(ValidationContext context, ValueNode literal, GraphType type)
        => context.Report($"Expected value of type \"{type}\", found {Printer.Print(literal)}.", literal.Start);
}
