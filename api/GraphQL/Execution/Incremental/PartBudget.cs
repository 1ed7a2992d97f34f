namespace ProdSales.GraphQL.Execution.Incremental;

/// <summary>Counts what an operation puts off. What is above the limit is sent with the rest, which is always allowed.</summary>
/// <param name="most">How many fragments and lists.</param>
internal sealed class PartBudget(int most)
{
    private int _left = most;

    /// <summary>Takes places for so many; false when they are not left.</summary>
    public bool TryTake(int count)
    {
        if (Interlocked.Add(ref _left, -count) >= 0)
        {
            return true;
        }

        Interlocked.Add(ref _left, count);
        return false;
    }
}
