using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation.Fields;

/// <summary>The rules about single fields (chapter 5.3 of the specification).</summary>
internal static class FieldRules
{
    public static void FieldsOnCorrectType(Visits visits) => visits.Enter<FieldNode>((context, field) =>
    {
        if (context.Scope is { Parent: { } parent, Field: null })
        {
            context.Report($"Cannot query field \"{field.Name}\" on type \"{parent.Name}\".{Hint(context, parent, field.Name.Value)}", field.Start);
        }
    });

    public static void ScalarLeafs(Visits visits) => visits.Enter<FieldNode>((context, field) =>
    {
        if (context.Scope.Type is not { } type)
        {
            return;
        }

        if (type.IsLeaf && field.SelectionSet is not null)
        {
            context.Report($"Field \"{field.Name}\" must not have a selection since type \"{type}\" has no subfields.", field.SelectionSet.Start);
        }
        else if (!type.IsLeaf && field.SelectionSet is null)
        {
            context.Report($"Field \"{field.Name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{field.Name} {{ ... }}\"?", field.Start);
        }
    });

    private static string Hint(ValidationContext context, NamedType parent, string name)
    {
        if (!context.Options.AllowsIntrospection)
        {
            return string.Empty;
        }

        string types = Suggestions.DidYouMean("to use an inline fragment on", TypesWith(context.Schema, parent, name));
        return types.Length > 0 || parent is not FieldsType fields
            ? types
            : Suggestions.DidYouMean(null, name, fields.Fields.Select(field => field.Name));
    }

    /// <summary>Object types below an abstract type that have the field, and their interfaces that have it, the most common first.</summary>
    private static IEnumerable<string> TypesWith(GraphQLSchema schema, NamedType parent, string name)
    {
        if (parent is ObjectType)
        {
            return [];
        }

        OrderedDictionary<FieldsType, int> uses = [];
        foreach (ObjectType possible in schema.PossibleTypes(parent).Where(possible => possible.Field(name) is not null))
        {
            uses[possible] = 1;
            foreach (InterfaceType contract in possible.Interfaces.Where(contract => contract.Field(name) is not null))
            {
                uses[contract] = uses.GetValueOrDefault(contract) + 1;
            }
        }

        return Ordered(uses).Select(type => type.Name);
    }

    /// <summary>The most used first; among equals by name, but an interface before what implements it.</summary>
    private static IEnumerable<FieldsType> Ordered(OrderedDictionary<FieldsType, int> uses)
    {
        List<FieldsType> rest = [.. uses.OrderByDescending(use => use.Value).ThenBy(use => use.Key.Name, StringComparer.Ordinal).Select(use => use.Key)];
        while (rest.Count > 0)
        {
            FieldsType next = rest.Find(type => !rest.Exists(other => uses[other] == uses[type] && type.Interfaces.Contains(other)))!;
            rest.Remove(next);
            yield return next;
        }
    }
}
