using System.Globalization;
using ProdSales.Feeds;

namespace ProdSales.Simulation.Tests;

/// <summary>Every row keeps what its feed declares: the same rules by which the loader would send it to quarantine.</summary>
[Collection(DemoCompanyCollection.Name)]
public sealed class FeedRuleTests(DemoCompanies companies)
{
    public static TheoryData<string> Feeds => [.. FeedCatalogue.All.Where(feed => !feed.IsFromModels).Select(feed => feed.Name)];

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Every_value_is_one_that_its_column_allows(string name)
    {
        Feed feed = FeedCatalogue.Find(name)!;
        IReadOnlyList<FeedRow> rows = companies.Planted.All(feed);
        string[] wrong =
        [
            .. feed.Columns.SelectMany(column => rows
                .Select(row => (row, value: column.Property.GetValue(row)))
                .Where(cell => !IsAllowed(column, cell.value))
                .Select(cell => $"{column.Name} of {cell.row.SourceId}: {cell.value}")
                .Take(3)),
        ];

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void No_id_comes_twice_in_one_version(string name)
    {
        IReadOnlyList<FeedRow> rows = companies.Planted.All(FeedCatalogue.Find(name)!);

        Assert.Equal(rows.Count, rows.Select(row => (row.SourceId, row.Version)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Every_reference_finds_its_master_record(string name)
    {
        Feed feed = FeedCatalogue.Find(name)!;
        foreach (FeedColumn column in feed.Columns.Where(column => column.References is not null))
        {
            HashSet<string> known = [.. companies.Planted.All(FeedCatalogue.Find(column.References!)!).Select(row => row.SourceId)];
            string[] missing =
                [.. companies.Planted.All(feed).Select(row => (string?)column.Property.GetValue(row)).OfType<string>().Where(id => !known.Contains(id)).Distinct().Take(3)];

            Assert.True(missing.Length == 0, $"{feed.Name}.{column.Name}: no {column.References} {string.Join(", ", missing)}");
        }
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Nothing_is_recorded_that_lies_after_the_last_day(string name)
    {
        string[] future = ["contract.end_date", "contract_term.due_date", "contract.start_date"];
        string[] planned = ["due_date", "expected_close_date", "first_commit_date", "current_commit_date", "requested_date", "period_start", "period_end", "valid_to",
            "warranty_end_date", "response_due_at", "first_touch_due_at", "from_date", "to_date", "week_start", "need_date", "scheduled_start_date", "scheduled_end_date",
            "planned_start_date", "planned_finish_date"];
        Feed feed = FeedCatalogue.Find(name)!;
        DateTime end = companies.Planted.Options.LastDay.AddDays(1).ToDateTime(TimeOnly.MinValue).AddHours(-8);
        IEnumerable<FeedColumn> told = feed.Columns.Where(column =>
            column.Type is FeedType.Date or FeedType.Instant && !planned.Contains(column.Name) && !future.Contains($"{feed.Name}.{column.Name}"));
        foreach (FeedColumn column in told)
        {
            FeedRow? late = companies.Planted.All(feed).FirstOrDefault(row => column.Property.GetValue(row) switch
            {
                DateOnly day => day > companies.Planted.Options.LastDay,
                DateTime instant => instant >= end,
                _ => false,
            });

            Assert.True(late is null, $"{feed.Name}.{column.Name}: {late}");
        }
    }

    private static bool IsAllowed(FeedColumn column, object? value) => value switch
    {
        null => !column.IsRequired,
        string text => text.Length > 0 && (column.Allowed.Count == 0 || column.Allowed.Contains(text)),
        double number => double.IsFinite(number) && IsInRange(column, number),
        long or decimal => IsInRange(column, Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => true,
    };

    private static bool IsInRange(FeedColumn column, double number) => !(number < column.Min) && !(number > column.Max);
}
