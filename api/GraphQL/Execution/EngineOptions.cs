using ProdSales.GraphQL.Execution.Costs;

namespace ProdSales.GraphQL.Execution;

/// <summary>How an engine serves its schema.</summary>
public sealed record EngineOptions
{
    /// <summary>What one request may cost.</summary>
    public EngineLimits Limits { get; init; } = new();

    /// <summary>Whether callers may ask for the schema (<c>__schema</c>, <c>__type</c>) and are told near names ("Did you mean …?").</summary>
    public bool AllowsIntrospection { get; init; } = true;

    /// <summary>Whether a caller may all the same where <see cref="AllowsIntrospection"/> is false; is given the state of the request (<see cref="GraphQLRequest.State"/>).</summary>
    public Func<object?, bool> MayIntrospect { get; init; } = _ => false;

    /// <summary>Whether a caller may ask for the schema.</summary>
    /// <param name="state">The state of the request.</param>
    internal bool ShowsSchemaTo(object? state) => AllowsIntrospection || MayIntrospect(state);

    /// <summary>Estimates the length of a list by what the schema's owner knows of his data, over all objects around it; null leaves it to <c>@listSize</c>. Must be quick.</summary>
    public Func<CostedList, double?>? ListLength { get; init; }

    /// <summary>
    /// Gives the schema that introspection shows for the state of a request: the same types and fields in other words, such as those of another language.
    /// Null shows the schema that is served.
    /// </summary>
    public Func<object?, Types.GraphQLSchema?> ShownSchema { get; init; } = _ => null;

    /// <summary>
    /// Says what callers read about an exception that a resolver threw; null keeps it masked as an internal error.
    /// For what is no defect, such as a server that has too much to do. Is given the state of the request (<see cref="GraphQLRequest.State"/>) to speak the caller's language.
    /// </summary>
    public Func<Exception, object?, GraphQLError?> DescribeException { get; init; } = (_, _) => null;
}
