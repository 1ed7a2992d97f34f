using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types.Building;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>A field of the type Mutation: done for those who hold the right, refused to everybody else before anything is read.</summary>
internal static class ActionField
{
    /// <summary>Says what a field does.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="name">Name of the field in the type Mutation.</param>
    /// <param name="right">What the caller must hold.</param>
    /// <param name="act">Does it and gives what the field shows; a <see cref="Refusal"/> becomes the error of the field, in the language of the request.</param>
    internal static void Resolve(SchemaBuilder schema, string name, Right right, Func<FieldContext, Caller, ValueTask<object?>> act) =>
        schema.Object("Mutation").Field(name).ResolveAsync(async context =>
        {
            Caller caller = Caller.Of(context.Operation.State);
            object? done = caller.Scope.Rights.Contains(right) ? await act(context, caller).ConfigureAwait(false) : Refusal.RightMissing(right);
            return done is Refusal refusal ? refusal.ErrorFor(context.Operation.State) : done;
        });
}
