namespace ProdSales.GraphQL.Execution.Incremental;

/// <summary>What a run put off, in the order in which it came by it.</summary>
/// <param name="budget">How much the whole operation may put off.</param>
internal sealed class LaterWork(PartBudget budget)
{
    private readonly List<object> _work = [];

    /// <summary>How much the whole operation may put off.</summary>
    public PartBudget Budget { get; } = budget;

    public int Count => _work.Count;

    public IEnumerable<DeferredPart> Parts => _work.OfType<DeferredPart>();

    public IEnumerable<ItemStream> Streams => _work.OfType<ItemStream>();

    public void Add(DeferredPart part) => _work.Add(part);

    public void Add(ItemStream stream) => _work.Add(stream);

    /// <summary>Forgets what was put off in a part of the response that became null.</summary>
    public void Return(int count) => _work.RemoveRange(count, _work.Count - count);
}
