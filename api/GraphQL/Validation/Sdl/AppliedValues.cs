using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Validation.Sdl;

/// <summary>The rule that values of directives in a schema fit their arguments (chapter 5.6.1); asked once the schema's types are known.</summary>
internal static class AppliedValues
{
    public static IEnumerable<GraphQLError> Check(GraphQLSchema schema, DocumentNode document) =>
        from directive in AppliedDirectives.Applied(new SdlContext(null, document))
        from argument in directive.Arguments
        let known = schema.Directive(directive.Name.Value)?.Argument(argument.Name.Value)
        where known is not null && !Fits(argument.Value, known)
        select new GraphQLError(ErrorCodes.ValidationFailed, $"Argument \"{argument.Name}\" has invalid value {Printer.Print(argument.Value)}.")
        {
            Locations = [document.Source.LocationOf(argument.Value.Start)],
        };

    private static bool Fits(ValueNode value, InputValue argument) => LiteralCoercion.TryCoerce(value, argument.Type, VariableValues.None, out _);
}
