using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Query;

/// <summary>The same rows under the attributes of their day, of now, and of another day, held against SQL by hand over a star whose members change in the middle.</summary>
public sealed class HistoryTests : IClassFixture<HistoryTests.ChangingPlant>
{
    private static readonly SemanticModel Model = ModelReader.Shipped;

    private static readonly History Spring2024 = History.On(new DateOnly(2024, 5, 1));

    private static readonly Config Few = RandomRuns.Of(30);

    private readonly ChangingPlant _plant;

    public HistoryTests(ChangingPlant plant) => _plant = plant;

    // Customer 1 is Alpha (steel) until 2024 and Alpha Group (ports) from 2025. Customer 2 (key 3) was named by its rows alone until June 2024, then is Beta (ports) by key 7.
    // Product 1 is of the line diesel by key 1 and of the line agv by key 8, which holds from July 2024; no row of the star holds key 8.
    [Fact]
    public void As_it_was_the_attribute_is_that_of_the_key_on_the_row() => Holds(
        "industry",
        History.AsWas,
        "CASE WHEN customer_key = 1 THEN 'steel' WHEN customer_key IN (2, 7) THEN 'ports' WHEN customer_key IN (5, 6) THEN 'food' END");

    [Fact]
    public void As_it_is_the_attribute_is_the_present_one_of_the_same_member() => Holds(
        "industry",
        History.AsIs,
        "CASE WHEN customer_key IN (1, 2, 3, 7) THEN 'ports' WHEN customer_key IN (5, 6) THEN 'food' END");

    [Fact]
    public void As_of_a_day_the_attribute_is_that_of_the_day_and_who_was_known_by_an_id_alone_is_unknown() => Holds(
        "industry",
        Spring2024,
        "CASE WHEN customer_key IN (1, 2) THEN 'steel' WHEN customer_key IN (5, 6) THEN 'food' END");

    [Fact]
    public void Another_dimension_follows_the_same_day()
    {
        const string others = "WHEN product_key = 3 THEN 'electric' WHEN product_key = 4 THEN 'diesel' WHEN product_key IN (2, 5) THEN 'agv'";
        Holds("product_line", Spring2024, $"CASE WHEN product_key = 1 THEN 'diesel' {others} END");
        Holds("product_line", History.AsIs, $"CASE WHEN product_key = 1 THEN 'agv' {others} END");
    }

    [Fact]
    public void Members_are_told_by_the_name_of_the_day_and_by_the_present_one_otherwise()
    {
        Holds("customer", Spring2024, "CASE WHEN customer_key IN (1, 2) THEN 'Alpha' WHEN customer_key = 4 THEN 'Gamma' WHEN customer_key = 5 THEN 'Twin' WHEN customer_key = 6 THEN 'Twin' END", "CASE WHEN customer_key IN (1, 2) THEN 1 WHEN customer_key IN (4, 5, 6) THEN customer_key ELSE 0 END");
        foreach (History history in new[] { History.AsWas, History.AsIs })
        {
            Holds("customer", history, "CASE WHEN customer_key IN (1, 2) THEN 'Alpha Group' WHEN customer_key IN (3, 7) THEN 'Beta' WHEN customer_key = 4 THEN 'Gamma' WHEN customer_key IN (5, 6) THEN 'Twin' END", "CASE WHEN customer_key IN (1, 2) THEN 1 WHEN customer_key IN (3, 7) THEN 3 WHEN customer_key IN (4, 5, 6) THEN customer_key ELSE 0 END");
        }
    }

    [Theory]
    [InlineData("industry", "ports", false, "customer_key IN (2, 7)", "customer_key IN (1, 2, 3, 7)", "false")]
    [InlineData("industry", "steel", true, "customer_key NOT IN (1)", "true", "customer_key NOT IN (1, 2)")]
    [InlineData("customer", "Alpha", false, "false", "false", "customer_key IN (1, 2)")]
    [InlineData("customer", "Alpha Group", false, "customer_key IN (1, 2)", "customer_key IN (1, 2)", "false")]
    [InlineData("customer_id", "C2", false, "customer_key IN (3, 7)", "customer_key IN (3, 7)", "false")]
    [InlineData("product_line", "agv", false, "product_key IN (2, 5)", "product_key IN (1, 2, 5)", "product_key IN (2, 5)")]
    public void A_filter_means_the_version_that_speaks(string column, string value, bool isExcluding, string asWas, string asIs, string asOf)
    {
        bool isById = column.EndsWith("_id", StringComparison.Ordinal);
        Dimension dimension = Model.Subject("sales")!.Dimension(isById ? column[..^3] : column)!;
        MemberFilter filter = new(dimension, isById, isExcluding, [value]);

        foreach ((History history, string condition) in new[] { (History.AsWas, asWas), (History.AsIs, asIs), (Spring2024, asOf) })
        {
            string expected = ResultRows.Read(_plant.Connection, $"SELECT sum(net_amount) FROM fact_sales_order_line WHERE is_cancelled IS NOT TRUE AND {condition}")[0][0];
            MetricQuery query = Sales(history, new CutRequest { Measures = [Revenue] }) with { Filters = [filter] };
            Assert.Equal(expected, ResultRows.OfCut(_plant.Connection, query, 0, ["revenue"]).SingleOrDefault()?[0] ?? "null");
        }
    }

    [Fact]
    public void Whatever_version_speaks_the_parts_sum_to_the_same_whole() =>
        Prop.ForAll(Questions(), question =>
        {
            (Subject subject, Dimension dimension, History history) = question;
            Measure[] measures = [.. subject.Measures.Where(measure => measure is { Additivity: Additivity.Additive, Per.Count: 0 } && measure.Formula.Aggregates().All(part => part.Fact.Reaches(dimension)))];
            MeasureRequest[] requests = [.. measures.Select(measure => new MeasureRequest(measure))];
            string[] columns = [.. requests.Select(request => request.Column)];
            CutRequest cut = new() { Measures = requests, Cuts = [new CutRequest { Dimension = dimension, Measures = requests }] };
            MetricQuery query = Sales(history, cut) with { Subject = subject };

            string[] whole = ResultRows.OfCut(_plant.Connection, query with { History = History.AsWas }, 0, columns)[0];
            Assert.Equal(whole, ResultRows.OfCut(_plant.Connection, query, 0, columns)[0]);
            IReadOnlyList<string[]> parts = ResultRows.OfCut(_plant.Connection, query, 1, columns);
            for (int i = 0; i < columns.Length; i++)
            {
                Assert.True(Math.Abs(Number(whole[i]) - parts.Sum(part => Number(part[i]))) < 0.001m, $"{columns[i]} by {dimension.Name}");
            }
        }).Check(Few);

    private static MeasureRequest Revenue => new(Model.Subject("sales")!.Measure("revenue")!);

    private static MetricQuery Sales(History history, CutRequest cut) => new()
    {
        Subject = Model.Subject("sales")!,
        Period = new Period(new DateOnly(2024, 1, 1), new DateOnly(2025, 12, 31)),
        AsOf = new DateOnly(2026, 1, 1),
        History = history,
        Cuts = [cut],
    };

    private static Arbitrary<(Subject Subject, Dimension Dimension, History History)> Questions() =>
        (from subject in Gen.Elements(Model.Subjects.Where(known => known.Measures.Any(measure => measure is { Additivity: Additivity.Additive, Per.Count: 0 })))
         from dimension in Gen.Elements(subject.Dimensions.Where(known => known.Table is not null))
         from day in Gen.Choose(-400, 900)
         from isAsIs in Gen.Elements(true, false)
         select (subject, dimension, isAsIs ? History.AsIs : History.On(new DateOnly(2024, 1, 1).AddDays(day)))).ToArbitrary();

    private static decimal Number(string text) => text == "null" ? 0 : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private void Holds(string dimension, History history, string nameByHand, string? memberByHand = null)
    {
        Dimension by = Model.Subject("sales")!.Dimension(dimension)!;
        MetricQuery query = Sales(history, new CutRequest { Dimension = by, Fields = [new CutField(by, false)], Measures = [Revenue] });
        string check = $"SELECT any_value({nameByHand}), sum(net_amount) FROM fact_sales_order_line WHERE is_cancelled IS NOT TRUE GROUP BY {memberByHand ?? nameByHand}";

        Assert.Equal(
            ResultRows.Read(_plant.Connection, check).Select(row => string.Join(" | ", row)).Order(StringComparer.Ordinal),
            ResultRows.OfCut(_plant.Connection, query, 0, [dimension, "revenue"]).Select(row => string.Join(" | ", row)).Order(StringComparer.Ordinal));
    }

    /// <summary>The small plant after a member was named before its master came, and a product changed its line.</summary>
    public sealed class ChangingPlant : IDisposable
    {
        private readonly SmallPlantFixture _plant = new();

        public ChangingPlant() => _plant.Connection.Execute("""
            UPDATE dim_customer SET is_inferred = true, is_current = false, name = NULL, industry = NULL, valid_to = DATE '2024-06-01' WHERE customer_key = 3;
            INSERT INTO dim_customer BY NAME
            SELECT * REPLACE (7 AS customer_key, false AS is_inferred, true AS is_current, 'Beta' AS name, 'ports' AS industry, DATE '2024-06-01' AS valid_from, DATE '9999-12-31' AS valid_to)
            FROM dim_customer WHERE customer_key = 3;
            UPDATE fact_sales_order_line SET customer_key = 7 WHERE customer_key = 3 AND ordered_date >= DATE '2024-06-01';
            INSERT INTO dim_product BY NAME
            SELECT * REPLACE (8 AS product_key, 'agv' AS product_line, DATE '2024-07-01' AS valid_from) FROM dim_product WHERE product_key = 1;
            UPDATE dim_product SET is_current = false, valid_to = DATE '2024-07-01' WHERE product_key = 1;
            """);

        internal ProdSales.Warehouse.Provider.DuckDbConnection Connection => _plant.Connection;

        public void Dispose() => _plant.Dispose();
    }
}
