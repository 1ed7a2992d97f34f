using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Appraising;

/// <summary>The intervals are those of R's <c>t.test</c> on its data set <c>sleep</c>, and hold the truth as often as they say.</summary>
public sealed class DifferenceInDifferencesTests
{
    private static readonly double[] FirstDrug = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];

    private static readonly double[] SecondDrug = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Fact]
    public void Months_that_are_not_the_same_are_compared_as_Welch_does()
    {
        Estimate found = DifferenceInDifferences.Of(1.58, Months(2023, 1, FirstDrug), Months(2023, 11, SecondDrug))!;

        Assert.Equal(-0.2054832, found.Low, 7);
        Assert.Equal(3.3654832, found.High, 7);
        Assert.False(found.IsTold);
    }

    [Fact]
    public void The_same_months_of_two_years_are_compared_in_pairs()
    {
        Estimate found = DifferenceInDifferences.Of(1.58, Months(2023, 1, FirstDrug), Months(2024, 1, SecondDrug))!;

        Assert.Equal(0.7001142, found.Low, 7);
        Assert.Equal(2.4598858, found.High, 7);
        Assert.True(found.IsTold);
    }

    [Fact]
    public void A_placebo_is_the_second_half_less_the_first()
    {
        Estimate found = DifferenceInDifferences.Placebo(Months(2022, 1, [.. FirstDrug, .. SecondDrug]))!;

        Assert.Equal(1.58, found.Effect, 12);
        Assert.Equal(-0.2054832, found.Low, 7);
    }

    [Fact]
    public void Too_few_months_have_no_interval()
    {
        Assert.Null(DifferenceInDifferences.Of(1, Months(2023, 1, [1, 2]), Months(2024, 1, [1, 2, 3])));
        Assert.Null(DifferenceInDifferences.Placebo(Months(2023, 1, [1, 2, 3, 4, 5])));
    }

    [Fact]
    public void A_month_that_one_side_does_not_know_is_left_out() =>
        Assert.Equal(
            [new DateOnly(2023, 2, 1)],
            DifferenceInDifferences.Gaps(Months(2023, 1, [1, 2]), Months(2023, 2, [3, 4])).Keys);

    [Theory]
    [InlineData(12, false)]
    [InlineData(12, true)]
    [InlineData(4, false)]
    public void Where_nothing_happened_nineteen_of_twenty_intervals_hold_0(int length, bool isPaired)
    {
        Random dice = new(20261123);
        int held = 0;
        const int Times = 4000;
        for (int time = 0; time < Times; time++)
        {
            SortedDictionary<DateOnly, double> before = Months(2023, 1, Draws(length, 1));
            SortedDictionary<DateOnly, double> after = isPaired ? Months(2024, 1, Draws(length, 1)) : Months(2025, 5, Draws(length, 3));
            held += DifferenceInDifferences.Of(after.Values.Average() - before.Values.Average(), before, after)!.IsTold ? 0 : 1;
        }

        Assert.InRange((double)held / Times, 0.935, 0.97);

        double[] Draws(int count, double spread) => [.. Enumerable.Range(0, count).Select(_ => spread * Math.Sqrt(-2 * Math.Log(1 - dice.NextDouble())) * Math.Cos(2 * Math.PI * dice.NextDouble()))];
    }

    private static SortedDictionary<DateOnly, double> Months(int year, int month, double[] values) =>
        new(values.Select((value, index) => (Month: new DateOnly(year, month, 1).AddMonths(index), value)).ToDictionary(pair => pair.Month, pair => pair.value));
}
