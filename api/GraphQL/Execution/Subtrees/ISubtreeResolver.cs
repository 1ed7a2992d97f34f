namespace ProdSales.GraphQL.Execution.Subtrees;

/// <summary>
/// Resolves fields with everything below them in one go: it sees the typed selection and writes the JSON itself, for example from the rows of one
/// SQL statement, without an object in between.
/// </summary>
/// <remarks>
/// All fields of one selection set that share a resolver instance come in one call, so that they can share a scan: register one instance for all
/// fields that could. The engine has merged fragments and aliases, evaluated <c>@skip</c> and <c>@include</c>, validated and coerced arguments;
/// fields below a subtree field need no resolver of their own. The call is made once, when the first of the fields is due in the response; that
/// field's writer is the response itself, so its bytes are copied nowhere.
/// </remarks>
public interface ISubtreeResolver
{
    /// <summary>Writes exactly one JSON value to the writer of every subtree of <paramref name="batch"/>, or fails it.</summary>
    /// <param name="batch">The fields to resolve.</param>
    /// <param name="cancellationToken">Cancelled when the caller went away or the time is up.</param>
    /// <remarks>
    /// An exception fails all subtrees of the batch, whatever they have written, as an internal error: the message is masked.
    /// What the caller should read is said by <see cref="Subtree.Fail"/> (the field is null) or <see cref="Subtree.AddError"/> (the field stands).
    /// </remarks>
    ValueTask ResolveAsync(SubtreeBatch batch, CancellationToken cancellationToken);
}
