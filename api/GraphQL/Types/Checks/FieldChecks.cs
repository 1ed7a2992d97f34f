using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types.Checks;

/// <summary>The rules about fields, arguments and input fields.</summary>
internal static class FieldChecks
{
    public static IEnumerable<string> Check(FieldsType type)
    {
        if (type.Fields.Count == 0)
        {
            yield return $"Type {type.Name} must define one or more fields.";
        }

        foreach (FieldDefinition field in type.Fields)
        {
            string where = $"{type.Name}.{field.Name}";
            if (!field.Type.IsOutput)
            {
                yield return $"The type of {where} must be Output Type but got: {field.Type}.";
            }

            foreach (string problem in SchemaChecks.NameProblems(field.Name).Concat(field.Arguments.SelectMany(argument => Check(argument, $"{where}({argument.Name}:)"))))
            {
                yield return problem;
            }
        }
    }

    public static IEnumerable<string> Check(InputObjectType type)
    {
        if (type.Fields.Count == 0)
        {
            yield return $"Input Object type {type.Name} must define one or more fields.";
        }

        foreach (InputValue field in type.Fields)
        {
            string where = $"{type.Name}.{field.Name}";
            foreach (string problem in Check(field, where))
            {
                yield return problem;
            }

            if (type.IsOneOf && (field.Type is NonNullType || field.DefaultLiteral is not null))
            {
                yield return $"OneOf input field {where} must be nullable and cannot have a default value.";
            }
        }
    }

    public static IEnumerable<string> Check(DirectiveDefinition directive)
        => SchemaChecks.NameProblems(directive.Name).Concat(directive.Arguments.SelectMany(argument => Check(argument, $"@{directive.Name}({argument.Name}:)")));

    private static IEnumerable<string> Check(InputValue value, string where)
    {
        foreach (string problem in SchemaChecks.NameProblems(value.Name))
        {
            yield return problem;
        }

        if (!value.Type.IsInput)
        {
            yield return $"The type of {where} must be Input Type but got: {value.Type}.";
        }

        if (value.IsRequired && value.DeprecationReason is not null)
        {
            yield return $"Required {where} cannot be deprecated.";
        }
    }
}
