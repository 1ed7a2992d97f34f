using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Explaining;

/// <summary>Which measures can be explained: those that are a sum, or one sum over another.</summary>
public sealed class DecompositionTests
{
    [Theory]
    [InlineData("sales", "revenue", false)]
    [InlineData("sales", "gross_margin_rate", true)]
    [InlineData("delivery", "otd_rate", true)]
    [InlineData("expenses", "expense_to_plan", true)]
    [InlineData("work_orders", "scrap_rate", true)]
    public void A_sum_and_a_quotient_of_sums_have_a_form(string subject, string measure, bool isRatio) =>
        Assert.Equal(isRatio, Decomposition.Of(Formula(subject, measure))!.IsRatio);

    [Theory]
    [InlineData("sales", "orders")]
    [InlineData("tickets", "first_response_minutes")]
    public void A_distinct_count_and_a_median_have_none(string subject, string measure) => Assert.Null(Decomposition.Of(Formula(subject, measure)));

    [Fact]
    public void One_less_a_quotient_is_a_quotient_over_the_same_sum()
    {
        Arithmetic quotient = (Arithmetic)Formula("work_orders", "scrap_rate");
        Arithmetic less = new('-', new Constant("1"), quotient);
        Decomposition turned = Decomposition.Of(less)!;

        Assert.True(turned.Denominator!.Says(Decomposition.Of(quotient)!.Denominator!));
        Assert.True(turned.Numerator.Says(Decomposition.Of(quotient)!.Denominator!.Plus(Decomposition.Of(quotient)!.Numerator, -1)));
        Assert.True(Decomposition.Of(new Arithmetic('*', new Constant("100"), less))!.IsRatio);
        Assert.Null(Decomposition.Of(new Arithmetic('+', quotient, Formula("delivery", "otd_rate"))));
    }

    private static Formula Formula(string subject, string measure) => ModelReader.Shipped.Subject(subject)!.Measure(measure)!.Formula;
}
