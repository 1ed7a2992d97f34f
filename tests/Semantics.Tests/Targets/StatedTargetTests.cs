using ProdSales.Semantics;
using ProdSales.SemanticsTests.ByHand;
using ProdSales.SemanticsTests.SmallPlant;
using ProdSales.Warehouse.Reading;

namespace ProdSales.SemanticsTests.Targets;

/// <summary>Targets can be stated for any measure; what was worked out by hand from <c>stated-company.yaml</c> is what is told: target, share of it and status.</summary>
public sealed class StatedTargetTests(StatedTargetTests.Company company) : IClassFixture<StatedTargetTests.Company>
{
    /// <summary>The rows, loaded through the feeds.</summary>
    public sealed class Company() : LoadedCompany("Targets/stated-company.yaml");

    // Revenue is 700 in January, 300 in February, 1000 in March. 100 dollars at 7 are 700.
    [Theory]
    [InlineData("sales.revenue", "2025-01-01", "2025-01-31", "700 | 1 | GREEN")]
    [InlineData("sales.revenue", "2025-02-01", "2025-02-28", "320 | 0.9375 | AMBER")]
    [InlineData("sales.revenue", "2025-03-01", "2025-03-31", "2000 | 0.5 | RED")]
    [InlineData("sales.revenue", "2025-01-01", "2025-02-28", "1020 | 0.980392157 | AMBER")] // months add up
    [InlineData("sales.revenue", "2025-01-01", "2025-06-30", "8000 | 0.25 | RED")] // the half year is the widest inside
    [InlineData("sales.revenue", "2025-01-01", "2025-02-15", "null | null | null")] // February is not over
    [InlineData("sales.revenue", "2024-12-01", "2025-01-31", "null | null | null")] // nothing was stated for December
    [InlineData("sales.discount_rate", "2025-01-01", "2025-01-31", "0.2 | 1.5 | RED")] // 300 of 1000, and less is better
    [InlineData("sales.discount_rate", "2025-02-01", "2025-02-28", "0.1 | 0 | GREEN")] // the narrower counts
    [InlineData("sales.discount_rate", "2025-01-01", "2025-03-31", "0.2 | 0.652173913 | GREEN")] // 300 of 2300; ratios never add up
    [InlineData("sales.gross_margin_rate", "2025-01-01", "2025-03-31", "0 | null | null")]
    [InlineData("sales.gross_margin", "2025-01-01", "2025-03-31", "null | null | null")]
    [InlineData("cash.receivables", "2025-01-01", "2025-01-31", "600 | 0.833333333 | GREEN")]
    [InlineData("cash.receivables", "2024-12-01", "2025-03-31", "600 | 1.1 | AMBER")] // a balance is that of the last day
    [InlineData("cash.receivables", "2025-01-01", "2025-04-30", "null | null | null")]
    public void The_whole_is_held_against_what_was_stated_for_the_company(string measure, string from, string to, string told) =>
        Assert.Equal([told], Told(measure, from, to));

    [Fact]
    public void Each_step_has_targets_of_its_own() => Assert.Equal(
        ["2025-01-01 | 700 | 1 | GREEN", "2025-02-01 | 320 | 0.9375 | AMBER", "2025-03-01 | 2000 | 0.5 | RED"],
        Told("sales.revenue", "2025-01-01", "2025-03-31", TimeGrain.Month));

    [Fact]
    public void A_quarter_among_the_steps_is_the_sum_of_its_months() => Assert.Equal(
        ["2025-01-01 | 3020 | 0.662251656 | RED"],
        Told("sales.revenue", "2025-01-01", "2025-03-31", TimeGrain.Quarter));

    // For the South two different targets were stated: nobody can tell which.
    [Fact]
    public void A_member_is_held_against_what_was_stated_for_it_alone() => Assert.Equal(
        ["华东 | 1500 | 1.133333333 | GREEN", "华南 | null | null | null"],
        Told("sales.revenue", "2025-01-01", "2025-03-31", by: "region"));

    [Fact]
    public void A_seller_need_not_be_asked_for_with_the_team() => Assert.Equal(
        ["Ann | 800 | 0.875 | RED", "null | null | null | null"],
        Told("sales.revenue", "2025-01-01", "2025-03-31", by: "employee"));

    [Fact]
    public void What_targets_cannot_be_stated_for_has_none() => Assert.Equal(
        ["Alpha | null | null | null", "Beta | null | null | null"],
        Told("sales.revenue", "2025-01-01", "2025-03-31", by: "customer"));

    [Fact]
    public void A_filter_by_one_member_asks_for_its_target()
    {
        Dimension region = ModelReader.Shipped.Dimension("region")!;
        Assert.Equal(["1500 | 1.133333333 | GREEN"], Told("sales.revenue", "2025-01-01", "2025-03-31", change: query => query with { Filters = [new MemberFilter(region, false, false, ["华东"])] }));
        Assert.Equal(["null | null | null"], Told("sales.revenue", "2025-01-01", "2025-03-31", change: query => query with { Filters = [new MemberFilter(region, false, false, ["华东", "华南"])] }));
    }

    [Fact]
    public void Only_what_has_a_good_direction_and_is_not_held_against_a_target_already_can_have_one()
    {
        string[] names = [.. TargetNames.Of(ModelReader.Shipped).Select(named => named.Name)];

        Assert.Contains("delivery.otd_rate", names);
        Assert.Contains("otd_rate", names);
        Assert.DoesNotContain("quota.attainment", names);
        Assert.DoesNotContain("quota.target_amount", names);
        Assert.DoesNotContain("availability", names);
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_measure_of_users_takes_no_name_away_from_one_of_the_product()
    {
        SemanticModel model = ModelReader.Compile([.. ModelFile.Shipped, new ModelFile("mine.yaml", """
            subject: mine
            label: { zh-CN: 我, en: Mine }
            description: { zh-CN: 我, en: Mine. }
            measures:
              - { name: otd_rate, label: { zh-CN: 甲, en: First }, description: { zh-CN: 甲, en: First. }, unit: count, good: up, formula: sales.orders * 2 }
              - { name: thrice, label: { zh-CN: 乙, en: Second }, description: { zh-CN: 乙, en: Second. }, unit: count, good: up, formula: sales.orders * 3 }
            """) { Folder = "mine" }]).Model;

        Assert.Equal(["mine.otd_rate"], model.Subject("mine")!.Measure("otd_rate")!.TargetNames);
        Assert.Equal(["delivery.otd_rate", "otd_rate"], model.Subject("delivery")!.Measure("otd_rate")!.TargetNames);
        Assert.Equal(["mine.thrice", "thrice"], model.Subject("mine")!.Measure("thrice")!.TargetNames);
    }

    private string[] Told(string name, string from, string to, TimeGrain? grain = null, string? by = null, Func<MetricQuery, MetricQuery>? change = null)
    {
        Subject subject = ModelReader.Shipped.Subject(name.Split('.')[0])!;
        MeasureRequest[] asked = [.. Enum.GetValues<TargetPart>().Select(part => new MeasureRequest(subject.Measure(name.Split('.')[1])!) { Target = part })];
        Dimension? dimension = by is null ? null : subject.Dimension(by);
        CutRequest cut = new() { Grain = grain, Dimension = dimension, Measures = asked, Fields = dimension is null ? [] : [new CutField(dimension, false)] };
        MetricQuery query = new()
        {
            Subject = subject,
            Period = new Period(Day(from), Day(to)),
            AsOf = new DateOnly(2025, 7, 1),
            Cuts = [cut],
        };
        string[] columns = [.. grain is null ? (string[])[] : ["period"], .. by is null ? (string[])[] : [by], .. asked.Select(request => request.Column)];
        using ReaderLease lease = company.Database.Readers.Lease();
        return [.. ResultRows.OfCut(lease.Connection, change?.Invoke(query) ?? query, 0, columns).Select(row => string.Join(" | ", row.Select(Rounded))).Order(StringComparer.Ordinal)];
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Rounded(string text) => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out double number)
        ? Math.Round(number, 9).ToString(System.Globalization.CultureInfo.InvariantCulture)
        : text;
}
