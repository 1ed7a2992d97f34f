using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ProdSales.Feeds;
using ProdSales.Simulation.Files;
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

        Assert.Empty(same.Except(["stage.csv", "supplier.csv", "organisation.csv", "bom_component.csv", "work_centre.csv", "bom_version.csv", "operation.csv", "campaign.csv",
            "stock_location.csv", "reason.csv", "fault.csv", "scenario.csv", "kpi_baseline.csv"]));
    }

    [Fact]
    public void Every_feed_has_a_file_with_its_columns_and_rows()
    {
        using TemporaryFolder folder = new();
        DemoFiles files = new DemoCompany(Tiny).WriteTo(folder.Path);

        foreach (Feed feed in FeedCatalogue.All.Where(feed => !feed.IsFromModels))
        {
            string[] lines = File.ReadAllLines(Path.Combine(folder.Path, $"{feed.Name}.csv"));
            Assert.Equal(string.Join(',', feed.Columns.Select(column => column.Name)), lines[0]);
            Assert.Equal(files.RowsByFeed[feed.Name], lines.Length - 1);
            Assert.True(lines.Length > 1, $"{feed.Name} has no rows.");
        }
    }

    [Fact]
    public void The_truth_file_says_what_was_planted()
    {
        using TemporaryFolder folder = new();
        Truth truth = new DemoCompany(Tiny).WriteTo(folder.Path).Truth;
        Truth read = JsonSerializer.Deserialize<Truth>(File.ReadAllText(folder.File("truth.json")), JsonSerializerOptions.Web)!;

        Assert.Equal((truth.RisingDiscount, truth.Overspend, truth.FailingLot), (read.RisingDiscount, read.Overspend, read.FailingLot));
        Assert.Equal(truth.LeavingCustomers!.CustomerIds, read.LeavingCustomers!.CustomerIds);
        Assert.Equal(Tiny, read.Options);
    }

    [Fact]
    public void Fields_with_commas_quotes_and_line_ends_are_quoted()
    {
        using MemoryStream stream = new();
        using (CsvBuffer csv = new(stream))
        {
            csv.Write("a,b");
            csv.Write("say \"no\"");
            csv.Write("two\nlines");
            csv.Write((string?)null);
            csv.Write(1.5m);
            csv.Write(new DateOnly(2026, 2, 3));
            csv.Write(new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc));
            csv.Write(true);
            csv.EndRecord();
        }

        Assert.Equal("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",,1.5,2026-02-03,2026-02-03T04:05:06Z,true\r\n", Encoding.UTF8.GetString(stream.ToArray()));
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
