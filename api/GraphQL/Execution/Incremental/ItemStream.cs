using System.Collections;
using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Execution.Running;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution.Incremental;

/// <summary>The items of a list that are sent after it.</summary>
/// <param name="field">The field of the list.</param>
/// <param name="item">The type of an item.</param>
/// <param name="path">The list, from the root.</param>
/// <param name="label">The name that the caller gave it, or null.</param>
/// <param name="each">The items, the next one already moved to.</param>
/// <param name="next">The index of the next item.</param>
/// <param name="scope">The scope at the list.</param>
internal sealed class ItemStream(PlannedField field, GraphType item, object[] path, string? label, IEnumerator each, int next, DeferScope? scope)
{
    public PlannedField Field { get; } = field;

    public GraphType Item { get; } = item;

    public object[] Path { get; } = path;

    public string? Label { get; } = label;

    public IEnumerator Each { get; } = each;

    public int Next { get; set; } = next;

    public DeferScope? Scope { get; } = scope;

    /// <summary>What the caller knows it by; null before it is told of.</summary>
    public string? Id { get; set; }

    /// <summary>Ends a list whose further items nobody waits for, nor what it throws at that.</summary>
    public void Abandon()
    {
        try
        {
            (Each as IDisposable)?.Dispose();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The client has left, or has been told that the answer ended.
        }
    }
}
