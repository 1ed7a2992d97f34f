using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types.Checks;

/// <summary>Whether a type really implements its interfaces (IsValidImplementation in the specification).</summary>
internal static class InterfaceChecks
{
    public static IEnumerable<string> Check(GraphQLSchema schema, FieldsType type)
    {
        foreach (NamedType repeated in SchemaChecks.Repeated(type.Interfaces))
        {
            yield return $"Type {type.Name} can only implement {repeated.Name} once.";
        }

        foreach (InterfaceType contract in type.Interfaces)
        {
            if (ReferenceEquals(contract, type))
            {
                yield return $"Type {type.Name} cannot implement itself because it would create a circular reference.";
                continue;
            }

            foreach (InterfaceType missing in contract.Interfaces.Where(inherited => !type.Interfaces.Contains(inherited)))
            {
                yield return $"Type {type.Name} must implement {missing.Name} because it is implemented by {contract.Name}.";
            }

            foreach (string problem in contract.Fields.SelectMany(field => Check(schema, type, contract, field)))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> Check(GraphQLSchema schema, FieldsType type, InterfaceType contract, FieldDefinition expected)
    {
        FieldDefinition? field = type.Field(expected.Name);
        string promised = $"{contract.Name}.{expected.Name}";
        if (field is null)
        {
            yield return $"Interface field {promised} expected but {type.Name} does not provide it.";
            yield break;
        }

        if (!TypeRelations.IsSubtype(schema, field.Type, expected.Type))
        {
            yield return $"Interface field {promised} expects type {expected.Type} but {type.Name}.{field.Name} is type {field.Type}.";
        }

        foreach (InputValue argument in expected.Arguments)
        {
            InputValue? own = field.Argument(argument.Name);
            if (own is null)
            {
                yield return $"Interface field argument {promised}({argument.Name}:) expected but {type.Name}.{field.Name} does not provide it.";
            }
            else if (own.Type.ToString() != argument.Type.ToString())
            {
                yield return $"Interface field argument {promised}({argument.Name}:) expects type {argument.Type} but {type.Name}.{field.Name}({argument.Name}:) is type {own.Type}.";
            }
        }

        foreach (InputValue extra in field.Arguments.Where(argument => argument.IsRequired && expected.Argument(argument.Name) is null))
        {
            yield return $"Argument {type.Name}.{field.Name}({extra.Name}:) must not be required because interface field {promised} does not have it.";
        }
    }
}
