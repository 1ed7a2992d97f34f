using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types.Checks;

/// <summary>Whether a schema keeps the rules of the specification's chapter 3.</summary>
internal static class SchemaChecks
{
    /// <summary>One sentence for each broken rule.</summary>
    public static IReadOnlyList<string> Check(GraphQLSchema schema)
    {
        IReadOnlyList<string> problems = [.. Types(schema)];
        problems = problems.Count > 0 ? problems : [.. DefaultCycles.Find(schema.Types.OfType<InputObjectType>())];
        return problems.Count > 0 ? problems : [.. DefaultChecks.Check(schema)];
    }

    private static IEnumerable<string> Types(GraphQLSchema schema)
    {
        if (schema.Query is null)
        {
            yield return "Query root type must be provided.";
        }

        foreach (NamedType root in Repeated(new NamedType?[] { schema.Query, schema.Mutation, schema.Subscription }.OfType<NamedType>()))
        {
            yield return $"All root types must be different, \"{root}\" is used for several.";
        }

        foreach (string problem in schema.Types.Where(type => !type.IsBuiltIn).SelectMany(type => Check(schema, type)))
        {
            yield return problem;
        }

        foreach (string problem in schema.Directives.Where(directive => !directive.IsBuiltIn).SelectMany(FieldChecks.Check))
        {
            yield return problem;
        }

        foreach (string problem in InputCycles.Find(schema.Types.OfType<InputObjectType>()))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Check(GraphQLSchema schema, NamedType type) => type switch
    {
        FieldsType fields => NameProblems(type.Name).Concat(FieldChecks.Check(fields)).Concat(InterfaceChecks.Check(schema, fields)),
        UnionType { Members.Count: 0 } => [$"Union type {type.Name} must define one or more member types."],
        UnionType union => NameProblems(type.Name).Concat(Repeated(union.Members).Select(member => $"Union type {type.Name} can only include type {member} once.")),
        EnumType { Values.Count: 0 } => [$"Enum type {type.Name} must define one or more values."],
        EnumType values => NameProblems(type.Name).Concat(values.Values.SelectMany(value => NameProblems(value.Name))),
        InputObjectType input => NameProblems(type.Name).Concat(FieldChecks.Check(input)),
        _ => NameProblems(type.Name),
    };

    /// <summary>Types that a list names more than once.</summary>
    internal static IEnumerable<NamedType> Repeated(IEnumerable<NamedType> types) => types.GroupBy(type => type).Where(same => same.Skip(1).Any()).Select(same => same.Key);

    internal static IEnumerable<string> NameProblems(string name)
    {
        bool isName = name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        if (!isName)
        {
            yield return $"\"{name}\" is not a name: letters, digits and _ are allowed, and no digit first.";
        }
        else if (name.StartsWith("__", StringComparison.Ordinal))
        {
            yield return $"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.";
        }
    }
}
