using System.Security.Cryptography;
using ProdSales.Feeds;
using ProdSales.Support;

namespace ProdSales.Simulation.Tests;

public sealed class DemoCompanyFileTests
{
    private static readonly DemoOptions Tiny = new() { Scale = 0.004, Years = 1 };

    [Fact]
    public void The_same_options_give_the_same_bytes() => Assert.Equal(Digests(Tiny), Digests(Tiny));

    [Fact]
    public void Another_seed_gives_other_bytes_in_every_feed_that_is_drawn()
    {
        Dictionary<string, string> one = Digests(Tiny);
        Dictionary<string, string> other = Digests(Tiny with { Seed = 2 });
        string[] same = [.. one.Where(file => other[file.Key] == file.Value).Select(file => file.Key)];

        Assert.Empty(same.Except(["stage.csv", "supplier.csv", "organisation.csv", "bom_component.csv", "work_centre.csv"]));
    }

    [Fact]
    public void Every_feed_has_a_file_with_its_columns_and_rows()
    {
        using TemporaryFolder folder = new();
        DemoFiles files = new DemoCompany(Tiny).WriteTo(folder.Path);

        foreach (Feed feed in FeedCatalogue.All)
        {
            string[] lines = File.ReadAllLines(Path.Combine(folder.Path, $"{feed.Name}.csv"));
            Assert.Equal(string.Join(',', feed.Columns.Select(column => column.Name)), lines[0]);
            Assert.Equal(files.RowsByFeed[feed.Name], lines.Length - 1);
            Assert.True(lines.Length > 1, $"{feed.Name} has no rows.");
        }
    }

    [Fact]
    public void A_cancelled_writing_stops()
    {
        using TemporaryFolder folder = new();
        using CancellationTokenSource source = new();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => new DemoCompany(Tiny).WriteTo(folder.Path, null, source.Token));
    }

    private static Dictionary<string, string> Digests(DemoOptions options)
    {
        using TemporaryFolder folder = new();
        new DemoCompany(options).WriteTo(folder.Path);
        return Directory.GetFiles(folder.Path).ToDictionary(
            path => Path.GetFileName(path), path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))), StringComparer.Ordinal);
    }
}
