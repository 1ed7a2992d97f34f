using ProdSales.Semantics;
using ProdSales.SemanticsTests.Cases;
using ProdSales.Support;

namespace ProdSales.SemanticsTests.Query;

/// <summary>The statements of typical questions, reviewed as text.</summary>
public sealed class GeneratedSqlTests
{
    [Theory]
    [InlineData("sales_by_region_and_product_line_keep_the_unknown")]
    [InlineData("customer_health_over_quarters_is_that_of_the_last_month_of_each")]
    [InlineData("invoices_and_receipts")]
    [InlineData("workdays_of_may_2025_against_the_first_as_many_of_april")]
    [InlineData("sales_by_industry_as_of_the_last_day_of_2024")]
    public void The_statement_is_the_approved_one(string name)
    {
        QueryPlan plan = QueryPlanner.Plan(MetricCase.All.Single(known => known.Name == name).Query());

        GoldenFile.Holds(
            Repository.PathOf("tests", "Semantics.Tests", "Query", $"{name}.approved.txt"),
            $"{plan}\n\n{StatementSql.Of(plan).Text}\n");
    }
}
