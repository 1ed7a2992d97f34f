using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Security;

/// <summary>Roles are compiled with the model or refused with every defect and its line.</summary>
public sealed class RoleReaderTests
{
    [Fact]
    public void Every_defect_of_a_role_is_told_with_its_line()
    {
        ModelCompilation compilation = Compile("""
            roles:
              - name: manager
                label: { zh-CN: 经理, en: Manager }
                rows:
                  - { dimension: regoin, in: [$region] }
                  - { dimension: region }
                  - { dimension: region, in_ids: [1] }
                  - { dimension: region, in: [a], not_in: [b] }
                masks:
                  measures: [sales.profit]
                  columns: [cost_amount]
                  dimensions: [custmer]
                  colour: red
                may: [manage_predictions, fly]
              - { name: manager, label: { zh-CN: 经理, en: Manager } }
            """);

        Assert.Null(compilation.Compiled);
        Assert.Equal(
            [
                "security.yaml:5 unknown-dimension", "security.yaml:6 row-rule-unclear", "security.yaml:7 dimension-without-id", "security.yaml:8 row-rule-unclear",
                "security.yaml:10 unknown-measure", "security.yaml:11 unknown-table", "security.yaml:12 unknown-dimension", "security.yaml:13 unknown-key",
                "security.yaml:14 value-not-allowed", "security.yaml:15 name-taken",
            ],
            compilation.Defects.Select(defect => $"{defect.Place.File}:{defect.Place.Line} {defect.Code}"));
    }

    [Theory]
    [InlineData("fact_opportunity.amount", "pipeline_days.pipeline_amount")]
    [InlineData("fact_receipt.amount", "receivable_days.overdue_1_30")]
    [InlineData("fact_invoice.amount", "customer_health.overdue_amount")]
    [InlineData("fact_sales_order_line.net_amount", "order_intake.net_intake")]
    public void A_masked_column_hides_what_loading_or_a_view_has_made_of_it(string column, string measure)
    {
        Role role = Compiled($$"""
            roles:
              - name: helper
                label: { zh-CN: 助理, en: Helper }
                masks: { columns: [{{column}}] }
            """);

        Assert.Contains(measure, role.MaskedMeasures);
    }

    private static IEnumerable<string> Shipped => ModelReader.Shipped.Subjects.SelectMany(subject => subject.Measures).Select(measure => measure.QualifiedName);

    // The statements of quotas and forecasts put in what revenue sums; what they make of it is not looked into.
    private static bool IsReadFromWhatNamesRevenue(string name) => (name.StartsWith("quota.", StringComparison.Ordinal) && name is not "quota.target_amount") || name.StartsWith("forecasts.", StringComparison.Ordinal);

    [Fact]
    public void A_masked_measure_hides_whatever_is_derived_from_it_unless_the_role_reveals_it()
    {
        Role role = Compiled("""
            roles:
              - name: helper
                label: { zh-CN: 助理, en: Helper }
                masks: { measures: [sales.gross_margin, sales.cost], reveals: [sales.gross_margin_rate] }
            """);

        Role strict = Compiled("""
            roles:
              - name: helper
                label: { zh-CN: 助理, en: Helper }
                masks: { measures: [sales.gross_margin, sales.revenue, sales.discount_amount] }
            """);

        Assert.Equal(["sales.cost", "sales.gross_margin"], role.MaskedMeasures.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["lead_to_cash.ordered_amount", "quality.cost_of_poor_quality_rate", "quality.rework_rate", "sales.discount_amount", "sales.discount_rate", "sales.gross_margin", "sales.gross_margin_rate", "sales.revenue"],
            strict.MaskedMeasures.Where(name => !IsReadFromWhatNamesRevenue(name)).Order(StringComparer.Ordinal));
        Assert.Equal(Shipped.Where(IsReadFromWhatNamesRevenue).Order(StringComparer.Ordinal), strict.MaskedMeasures.Where(IsReadFromWhatNamesRevenue).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_masked_column_hides_every_measure_that_reads_it_and_what_is_derived_from_them()
    {
        Role role = Compiled("""
            roles:
              - name: helper
                label: { zh-CN: 助理, en: Helper }
                masks: { columns: [fact_sales_order_line.cost_amount] }
            """);

        Assert.Empty(new[] { "sales.cost", "sales.gross_margin", "sales.gross_margin_rate" }.Except(role.MaskedMeasures));
        Assert.DoesNotContain("sales.revenue", role.MaskedMeasures);
        Assert.DoesNotContain("cash.cost_of_goods_sold", role.MaskedMeasures);
    }

    [Fact]
    public void A_statement_that_names_a_masked_column_hides_every_number_made_from_it()
    {
        Role role = Compiled("""
            roles:
              - name: helper
                label: { zh-CN: 助理, en: Helper }
                masks: { columns: [fact_sales_order_line.net_amount] }
            """);

        Assert.Contains("quota.attainment", role.MaskedMeasures);
        Assert.Contains("sales.revenue", role.MaskedMeasures);
        Assert.DoesNotContain("sales.orders", role.MaskedMeasures);
    }

    [Fact]
    public void Roles_are_part_of_the_version_of_the_model() =>
        Assert.NotEqual(ModelReader.Shipped.Version, Compile("roles: []").Model.Version);

    private static Role Compiled(string roles) => Compile(roles).Model.Roles.Single();

    private static ModelCompilation Compile(string roles) =>
        ModelReader.Compile(ModelFile.Shipped.Where(file => !file.Name.EndsWith("roles.yaml", StringComparison.Ordinal)).Append(new ModelFile("security.yaml", roles)));
}
