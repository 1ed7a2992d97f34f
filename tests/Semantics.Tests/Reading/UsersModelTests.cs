using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;
using ProdSales.Warehouse.Provider;

namespace ProdSales.SemanticsTests.Reading;

/// <summary>Definitions of users stand beside the product's, never in their place, and are told everything that is wrong with them at once.</summary>
public sealed class UsersModelTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    private const string Head =
        """
        subject: mine
        label: { zh-CN: 我的, en: Mine }
        description: { zh-CN: 我的, en: Mine. }

        """;

    [Fact]
    public void What_the_product_ships_stays_as_it_is()
    {
        SemanticModel model = Compile(Head + Measure("twice", "sum(net_amount * 2)", "sales_order_line")).Model;

        Assert.Equal(ModelReader.Shipped.Subjects.Select(subject => subject.Name), model.Subjects.Select(subject => subject.Name).Where(name => name != "mine"));
        Assert.NotEqual(ModelReader.Shipped.Version, model.Version);
        Assert.True(model.Subject("mine")!.Measure("twice")!.Place is { IsUsers: true, Line: 6 });
    }

    [Fact]
    public void The_version_does_not_depend_on_where_the_folder_is()
    {
        ModelFile here = new("a.yaml", Head + Measure("twice", "sum(net_amount * 2)", "sales_order_line")) { Folder = "here" };

        Assert.Equal(
            ModelReader.Compile([.. ModelFile.Shipped, here]).Model.Version,
            ModelReader.Compile([here with { Folder = "/there" }, .. ModelFile.Shipped]).Model.Version);
    }

    [Theory]
    [InlineData("subject: sales", "mine/a.yaml:1: Subject \"sales\" is defined twice. (name-taken)")]
    [InlineData("subject: mine\nfacts: [{ name: ticket, table: fact_ticket, time: opened_date, dimensions: {} }]", "mine/a.yaml:2: Fact \"ticket\" is defined twice. (name-taken)")]
    [InlineData("dimensions:\n  - { name: region, label: { zh-CN: 区, en: R } }", "mine/a.yaml:2: Dimension \"region\" is defined twice. (name-taken)")]
    [InlineData("dimensions:\n  - { name: revenue, label: { zh-CN: 区, en: R } }", "mine/a.yaml:2: \"revenue\" is already the measure sales.revenue. (name-taken)")]
    [InlineData("roles:\n  - { name: executive, label: { zh-CN: 区, en: R } }", "mine/a.yaml:2: Role \"executive\" is defined twice. (name-taken)")]
    [InlineData("dimensions: []\nhierarchies:\n  - { name: territory, label: { zh-CN: 区, en: R }, levels: [customer] }", "mine/a.yaml:3: Hierarchy \"territory\" is defined twice. (name-taken)")]
    public void A_name_of_the_product_is_taken(string text, string expected) =>
        Assert.Contains(expected, Compile(text).Defects.Select(defect => defect.ToString()));

    [Fact]
    public void Rollups_are_the_products_alone() => Assert.Contains(
        Compile(Head + "rollups: []\n" + Measure("twice", "sum(net_amount * 2)", "sales_order_line")).Defects,
        defect => defect is { Code: "rollup-not-kept", Place.Line: 4 });

    [Theory]
    [InlineData("cut")]
    [InlineData("rank_1")]
    [InlineData("region_name")]
    [InlineData("previous_period_revenue")]
    public void A_name_that_statements_use_themselves_is_refused(string name) =>
        Assert.Equal((5, "name-reserved"), Told(Compile(Head + Measure(name, "count(*)", "ticket")).Defects.Single(defect => defect.Code == "name-reserved")));

    [Fact]
    public void A_number_that_the_product_defines_cannot_be_defined_again() => Assert.Equal(
        "mine/a.yaml:6: The formula \"sum(net_amount)\" is what sales.revenue already says; name that measure instead. (number-defined-twice)",
        Assert.Single(Compile(Head + Measure("turnover", "sum(net_amount)", "sales_order_line")).Defects).ToString());

    [Fact]
    public void A_part_of_a_number_of_the_product_may_have_a_name() =>
        Assert.Empty(Compile(Head + Measure("delivered_due", "count(*) filter (where first_commit_date < $as_of and delivered_by_first_commit_quantity >= ordered_quantity)", "schedule_line")).Defects);

    [Fact]
    public void Every_defect_of_every_file_is_told_at_once_with_its_line()
    {
        ModelCompilation compilation = ModelReader.Compile(
        [
            .. ModelFile.Shipped,
            new ModelFile("a.yaml", Head + Measure("one", "mine.two + 1", null) + Measure("two", "one * 2", null, isFirst: false)) { Folder = "mine" },
            new ModelFile("b.yaml", "subject: other\nlabel: [") { Folder = "mine" },
            new ModelFile("c.yaml", "subject: third\nlabel: { zh-CN: 三, en: Third }\ncolour: red") { Folder = "mine" },
        ]);

        string[] told = [.. compilation.Defects.Select(defect => $"{defect.Place.File}:{defect.Place.Line} {defect.Code}")];
        Assert.Contains("mine/a.yaml:6 formula-cycle", told);
        Assert.Contains(told, line => line.StartsWith("mine/b.yaml:", StringComparison.Ordinal) && line.EndsWith(" yaml-unreadable", StringComparison.Ordinal));
        Assert.Contains("mine/c.yaml:3 unknown-key", told);
        Assert.Contains("mine/c.yaml:1 missing-key", told);
    }

    [Fact]
    public void References_to_references_do_not_grow_without_end()
    {
        string chain = string.Concat(Enumerable.Range(1, 60).Select(i => Measure($"step_{i}x", $"step_{i - 1}x + step_{i - 1}x + {i}", null, isFirst: false)));

        Assert.Contains(Compile(Head + Measure("step_0x", "sum(net_amount * 3)", "sales_order_line") + chain).Defects, defect => defect.Code == "formula-too-large");
    }

    [Theory]
    [InlineData("yaml", "yaml-too-deep")]
    [InlineData("formula", "formula-unreadable")]
    public void What_nests_too_deep_is_a_defect_and_no_crash(string what, string code)
    {
        string text = what == "yaml" ? "subject: " + new string('[', 100_000) : Head + Measure("deep", new string('(', 100_000) + "1", null);

        Assert.Contains(Compile(text).Defects, defect => defect.Code == code);
    }

    [Fact]
    public void A_condition_with_or_stands_beside_the_period_and_the_filters()
    {
        Subject mine = Compile(Head + "facts: [{ name: either, table: fact_sales_order_line, time: ordered_date, where: quantity >= 9 or net_amount > 9000, dimensions: { region: region_key } }]\n"
            + Measure("lines", "count(*)", "either")).Model.Subject("mine")!;
        MetricQuery query = new()
        {
            Subject = mine,
            Period = new Period(new DateOnly(2024, 3, 1), new DateOnly(2024, 12, 31)),
            AsOf = new DateOnly(2026, 1, 1),
            Filters = [new MemberFilter(mine.Dimension("region")!, false, false, ["华东"])],
            Cuts = [new CutRequest { Measures = [new MeasureRequest(mine.Measure("lines")!)] }],
        };
        SqlStatement statement = StatementSql.Of(QueryPlanner.Plan(query));
        using DuckDbCommand command = statement.CommandOn(plant.Connection);
        using DuckDbDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());

        using DuckDbCommand byHand = plant.Connection.CreateCommand(
            "SELECT count(*) FROM fact_sales_order_line WHERE ordered_date >= '2024-03-01' AND ordered_date <= '2024-12-31' AND region_key = 1 AND (quantity >= 9 OR net_amount > 9000)");
        Assert.Equal(byHand.ExecuteScalar(), reader.GetValue(statement.Position("lines")));
    }

    [Theory]
    [InlineData("table: fact_sales_order_line", "sum(net_amuont)", "unknown-column")]
    [InlineData("table: fact_nothing", "sum(net_amount)", "unknown-table")]
    [InlineData("table: \"fact_ticket; DROP TABLE dim_region\"", "count(*)", "bad-name")]
    [InlineData("table: fact_sales_order_line", "sum(soundex(net_amount))", "statement-refused")]
    [InlineData("table: fact_sales_order_line", "sum(order_id)", "statement-refused")]
    [InlineData("source: \"SELECT 1) AS t; DELETE FROM dim_region; SELECT * FROM (SELECT 1\", tables: [dim_region]", "count(*)", "not-a-select")]
    [InlineData("source: \"SELECT 1; SELECT 2\", tables: [dim_region]", "count(*)", "not-a-select")]
    [InlineData("source: \"DELETE FROM dim_region\", tables: [dim_region]", "count(*)", "not-a-select")]
    [InlineData("source: \"SELECT CAST(ordered_date AS TIMESTAMP) AS ordered_date, region_key, source_key, source_id FROM fact_sales_order_line\", tables: [fact_sales_order_line]", "count(*)", "wrong-type")]
    [InlineData("source: \"SELECT ordered_date, CAST(region_key AS VARCHAR) AS region_key, source_key, source_id FROM fact_sales_order_line\", tables: [fact_sales_order_line]", "count(*)", "wrong-type")]
    public void What_the_star_cannot_answer_is_told_before_it_is_asked(string rows, string formula, string code)
    {
        string text = Head + $"facts: [{{ name: mine, {rows}, time: ordered_date, dimensions: {{ region: region_key }} }}]\n" + Measure("number", formula, "mine");
        ModelCompilation compilation = Compile(text);
        IReadOnlyList<ModelDefect> defects = compilation.Compiled is { } model ? StarCheck.Defects(model, plant.Connection) : compilation.Defects;

        Assert.Contains(defects, defect => defect.Code == code && defect.Place is { IsUsers: true, File: "mine/a.yaml" });
        Assert.Equal(4L, plant.Connection.CreateCommand("SELECT count(*) FROM dim_region").ExecuteScalar());
    }

    private static ModelCompilation Compile(string text) => ModelReader.Compile([.. ModelFile.Shipped, new ModelFile("a.yaml", text) { Folder = "mine" }]);

    private static (int Line, string Code) Told(ModelDefect defect) => (defect.Place.Line, defect.Code);

    // The name of the first measure stands in line 5 and its formula in line 6 where no facts stand before it.
    private static string Measure(string name, string formula, string? fact, bool isFirst = true) =>
        (isFirst ? "measures:\n" : "")
        + $"  - name: {name}\n    formula: \"{formula}\"\n    label: {{ zh-CN: 数, en: Number }}\n    description: {{ zh-CN: 数, en: Number. }}\n"
        + $"    unit: count\n    good: none\n{(fact is null ? "" : $"    fact: {fact}\n")}";
}
