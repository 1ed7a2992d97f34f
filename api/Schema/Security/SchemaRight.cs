using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Who may read the schema of a server that does not show it to everybody.</summary>
public static class SchemaRight
{
    /// <summary>Whether a role of the caller gives the right. Where a server tells nobody apart, whoever asks is nobody in particular and may not.</summary>
    /// <param name="state">The state of the request.</param>
    public static bool IsAllowed(object? state) => state is Caller { Scope: var scope } && !ReferenceEquals(scope, SecurityScope.Full) && scope.Rights.Contains(Right.ReadSchema);
}
