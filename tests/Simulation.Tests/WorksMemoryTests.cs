using ProdSales.Feeds;

namespace ProdSales.Simulation.Tests;

/// <summary>Memory follows the largest works and not the company; alone in the process, because memory is counted for all of it.</summary>
[Collection(nameof(WorksMemoryTests))]
[CollectionDefinition(nameof(WorksMemoryTests), DisableParallelization = true)]
public sealed class WorksMemoryTests
{
    [Fact]
    public void Memory_does_not_grow_with_the_company()
    {
        long one = MostKept(WorksTests.One);
        long four = MostKept(WorksTests.Four);

        Assert.True(four < 1.5 * one, $"A company of one works keeps {one:N0} bytes, one of four {four:N0}.");
    }

    /// <summary>The most managed memory that is reachable after a month's last day.</summary>
    private static long MostKept(DemoOptions options)
    {
        Forgetful rows = new();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        foreach (DateOnly day in new CompanyHistory(options, rows).Days())
        {
            if (day.AddDays(1).Day == 1)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.True(rows.Count > 0);
        return most;
    }

    private sealed class Forgetful : IRowSink
    {
        internal long Count { get; private set; }

        public void Add(FeedRow row) => Count++;
    }
}
