using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types.BuiltIn;

namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>The <c>@stream</c> of a field.</summary>
/// <param name="InitialCount">How many items are sent with their list.</param>
/// <param name="Label">The name that the caller gave it, or null.</param>
internal sealed record StreamUse(int InitialCount, string? Label)
{
    /// <summary>What a field says; neither result where it says nothing, and an error where its count is none.</summary>
    public static (StreamUse? Use, GraphQLError? Error) Of(FieldNode node, VariableValues variables, SourceText source)
    {
        if (Array.Find(node.Directives, directive => directive.Name.Value == BuiltIns.Stream.Name) is not { } stream || !Conditions.Holds(stream, variables))
        {
            return (null, null);
        }

        (Resolution.Arguments? arguments, GraphQLError? error) = ArgumentCoercion.Coerce(BuiltIns.Stream.Arguments, stream.Arguments, variables, source, stream.Start);
        if (arguments is null)
        {
            return (null, error);
        }

        int count = arguments.Value<int>("initialCount");
        return count < 0
            ? (null, new GraphQLError(ErrorCodes.BadArgument, $"initialCount is {count}; it must be 0 or more.") { Locations = [source.LocationOf(stream.Start)] })
            : (new StreamUse(count, arguments.Value<string>("label")), null);
    }
}
