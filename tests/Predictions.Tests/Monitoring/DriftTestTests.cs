using ProdSales.Bench.Models.Service;
using ProdSales.Learning.Data;
using ProdSales.Predictions.Monitoring;

namespace ProdSales.Predictions.Tests.Monitoring;

/// <summary>How columns are held against quiet weeks.</summary>
public sealed class DriftTestTests
{
    [Fact]
    public void The_index_is_the_one_that_is_worked_out_by_hand()
    {
        // Shares .5, .3, .2 of ten; now 2, 3 and 5: with half a row in each bin 2.5, 3.5 and 5.5 of 11.5.
        double expected = (((2.5 / 11.5) - .5) * Math.Log(2.5 / 11.5 / .5)) + (((3.5 / 11.5) - .3) * Math.Log(3.5 / 11.5 / .3)) + (((5.5 / 11.5) - .2) * Math.Log(5.5 / 11.5 / .2));

        Assert.Equal(expected, ReferenceProfile.Index([2, 3, 5], [.5, .3, .2]), 12);
        Assert.Equal(0, ReferenceProfile.Index([4.5, 2.5, 1.5], [.5, .3, .2]), 12);
    }

    [Fact]
    public void Missing_values_and_new_categories_have_bins_of_their_own()
    {
        Table week = new([TableColumn.OfNumbers("n", [1, 2, 3, double.NaN]), TableColumn.OfCategories("c", ["a", "b", "b", null])]);
        ReferenceProfile profile = ReferenceProfile.Of([week, week]);
        Table other = new([TableColumn.OfNumbers("n", [double.NaN, double.NaN, 1, 9]), TableColumn.OfCategories("c", ["z", "a", "b", null])]);

        Assert.Equal([1d, 0, 0, 1, 2], ReferenceProfile.Counts(profile.Columns[0], other.Column("n")));
        Assert.Equal([1d, 1, 1, 1], ReferenceProfile.Counts(profile.Columns[1], other.Column("c")));
        Assert.Equal(.5, new DriftTest(profile, new Dictionary<string, double>()).Look(other, 1)[0].Missing);
        Assert.Equal(1, new DriftTest(profile, new Dictionary<string, double>()).Look(other.Only(["c"]), 1)[0].Missing);
    }

    [Fact]
    public void A_shift_is_called_within_a_fortnight_and_quiet_weeks_are_not()
    {
        int called = 0;
        int falseAlarms = 0;
        for (uint seed = 2001; seed <= 2008; seed++)
        {
            DriftWorld world = new(seed);
            DriftTest test = new(ReferenceProfile.Of([.. Enumerable.Range(0, 26 * 7).Select(_ => world.NextDay()).Where((_, day) => day % 7 == 0)]), new Dictionary<string, double>());
            falseAlarms += Enumerable.Range(0, 8 * 7).Select(_ => Above(test, world)).ToArray().SelectMany(columns => columns).Distinct().Count();
            world.Shift();
            called += Enumerable.Range(0, 14).Any(_ => Above(test, world).Contains("c0")) ? 1 : 0;
        }

        Assert.Equal((8, true), (called, falseAlarms <= 2));
    }

    private static string[] Above(DriftTest test, DriftWorld world) => [.. test.Look(world.NextDay(), 1).Where(figure => figure.Sum > DriftTest.Limit).Select(figure => figure.Column)];
}
