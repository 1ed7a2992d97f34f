using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Execution.Subtrees;

namespace ProdSales.GraphQL.Execution.Running;

/// <summary>Subtrees of one selection set that were resolved with an earlier field and wait for their turn in the response.</summary>
internal sealed class PendingSubtrees : IDisposable
{
    private readonly Dictionary<PlannedField, Subtree> _waiting = [];

    public void Add(PlannedField field, Subtree subtree) => _waiting.Add(field, subtree);

    public bool Take(PlannedField field, out Subtree? subtree) => _waiting.Remove(field, out subtree);

    public void Dispose()
    {
        foreach (Subtree subtree in _waiting.Values.Where(subtree => subtree.OwnsWriter))
        {
            subtree.Writer.Dispose();
        }

        _waiting.Clear();
    }
}
