using ProdSales.Feeds;
using ProdSales.Loading.Reports;
using ProdSales.SemanticsTests;
using ProdSales.Simulation;

namespace ProdSales.Loading.Tests.Whole;

/// <summary>All feeds at once: the star follows from the rows that came, not from their order or from how they were cut into batches.</summary>
[Trait("Speed", "Slow")]
public sealed class WholeStarTests
{
    private static readonly Lazy<List<FeedRow[]>> Company = new(() => RetoldCompany.Deliveries(new DemoOptions { Scale = 0.003, Years = 1 }));

    private static readonly Lazy<(string Table, string[] Rows)[]> AsTold = new(() => Content(Company.Value, 1));

    [Fact]
    public void The_company_tells_rows_of_every_feed_but_what_models_say() =>
        Assert.Equal(
            FeedCatalogue.All.Where(feed => !feed.IsFromModels).Select(feed => feed.RecordType.Name).Order(StringComparer.Ordinal),
            Company.Value.SelectMany(rows => rows).Select(row => row.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Fifty_batches_in_any_order_give_the_star_of_one_batch() => AssertSame(Content(Shuffled(RandomRuns.Seed), 50));

    [Fact]
    public void One_batch_in_any_order_gives_the_same_star() => AssertSame(Content(Shuffled(RandomRuns.Seed + 1), 1));

    [Fact]
    public void Facts_long_before_their_masters_give_the_same_star() =>
        AssertSame(Content([.. Company.Value.AsEnumerable().Reverse()], 12));

    private static FeedRow[][] Shuffled(ulong seed)
    {
        FeedRow[][] deliveries = [.. Company.Value];
        new Random((int)(seed % int.MaxValue)).Shuffle(deliveries);
        return deliveries;
    }

    private static (string Table, string[] Rows)[] Content(IReadOnlyList<FeedRow[]> deliveries, int batches)
    {
        using TestWarehouse warehouse = new();
        foreach (FeedRow[][] batch in deliveries.Chunk((deliveries.Count + batches - 1) / batches))
        {
            LoadReport report = warehouse.Load(batch.SelectMany(rows => rows));
            Assert.True(report.Outcome is LoadOutcome.Committed, string.Join("; ", report.Refusals.Select(refusal => refusal.Message)));
        }

        return [.. new StarContent(warehouse).Tables()];
    }

    private static void AssertSame((string Table, string[] Rows)[] found)
    {
        List<string> differences = [];
        foreach (((string table, string[] expected), (string other, string[] rows)) in AsTold.Value.Zip(found))
        {
            Assert.Equal(table, other);
            if (!expected.SequenceEqual(rows))
            {
                string[] missing = [.. expected.Except(rows).Take(3)], extra = [.. rows.Except(expected).Take(3)];
                differences.Add($"{table}: {expected.Length} rows as told, {rows.Length} here{string.Concat(missing.Select(row => $"\n  - {row}"))}{string.Concat(extra.Select(row => $"\n  + {row}"))}");
            }
        }

        Assert.True(differences.Count == 0, $"RANDOM_SEED={RandomRuns.Seed}\n{string.Join('\n', differences)}");
    }
}
