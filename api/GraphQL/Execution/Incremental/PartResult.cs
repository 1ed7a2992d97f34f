using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Execution.Incremental;

/// <summary>What the run of a part gave.</summary>
/// <param name="Json">Has written the part's object, or the items of a stream as a list.</param>
/// <param name="IsWritten">Whether there is a value; false where null came where it may not be.</param>
/// <param name="Errors">The errors in it.</param>
/// <param name="Later">What it put off in turn.</param>
internal sealed record PartResult(ResponseWriter Json, bool IsWritten, IReadOnlyList<GraphQLError> Errors, LaterWork Later)
{
    /// <summary>Whether a stream has no further items.</summary>
    public bool IsLast { get; init; }

    /// <summary>Why a stream ended before its last item; empty where it did not.</summary>
    public IReadOnlyList<GraphQLError> Failure { get; init; } = [];
}
