using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Crossing;

/// <summary>Relations over cells against published figures and other definitions.</summary>
public sealed class CorrelatingTests
{
    /// <summary>The first of Anscombe's four data sets (The American Statistician 27, 1973).</summary>
    private static readonly (double X, double Y)[] Anscombe =
    [
        (10, 8.04), (8, 6.95), (13, 7.58), (9, 8.81), (11, 8.33), (14, 9.96), (6, 7.24), (4, 4.26), (12, 10.84), (7, 4.82), (5, 5.68),
    ];

    [Fact]
    public void Coefficient_and_interval_are_those_that_R_gives_for_Anscombes_data()
    {
        Relation found = Correlating.Overall([.. Anscombe.Select((point, index) => Cell($"{index}", point.X, point.Y))]);

        Assert.Equal(0.8164205, found.Correlation!.Value, 7);
        Assert.Equal(0.4243912, found.Low!.Value, 7);
        Assert.Equal(0.9506933, found.High!.Value, 7);
        Assert.True(found.IsTold);
    }

    [Fact]
    public void The_partial_coefficient_is_that_of_what_a_line_through_the_control_leaves_over()
    {
        Random dice = new(7);
        CrossCell[] cells = [.. Enumerable.Range(0, 40).Select(index => (Index: index, Z: dice.NextDouble())).Select(pair => Cell($"{pair.Index}", pair.Z + dice.NextDouble(), (2 * pair.Z) + dice.NextDouble()) with { Control = pair.Z })];
        double[] z = [.. cells.Select(cell => cell.Control!.Value)];

        Relation residual = Correlating.Overall([.. Rest([.. cells.Select(cell => cell.X)], z).Zip(Rest([.. cells.Select(cell => cell.Y)], z), (x, y) => Cell("", x, y))]);

        Assert.Equal(residual.Correlation!.Value, Correlating.Partial(cells).Correlation!.Value, 9);
        Assert.True(Correlating.Overall(cells).IsTold);
    }

    [Fact]
    public void Each_member_held_against_itself_turns_round_what_only_the_members_differ_by()
    {
        CrossCell[] cells = [.. Enumerable.Range(0, 3).SelectMany(member => Enumerable.Range(0, 6).Select(step => Cell($"{member}", (10 * member) + step, (10 * member) - step)))];

        Assert.True(Correlating.Overall(cells).Low > 0);
        Assert.Equal(-1, Correlating.Within(cells).Correlation!.Value, 9);
    }

    [Fact]
    public void What_never_varies_has_no_coefficient()
    {
        Assert.Null(Correlating.Overall([.. Enumerable.Range(0, 12).Select(index => Cell($"{index}", index, 5))]).Correlation);
        Assert.Null(Correlating.Overall([Cell("a", 1, 2), Cell("b", 2, 3)]).Correlation);
        Assert.Null(Correlating.Partial([Cell("a", 1, 2), Cell("b", 2, 3)]).Correlation);
    }

    private static CrossCell Cell(string member, double x, double y) => new(null, member, null, x, y, null);

    // What is left of values after a least-squares line through the control.
    private static double[] Rest(double[] values, double[] control)
    {
        double centre = control.Average();
        double mean = values.Average();
        double slope = values.Zip(control, (value, z) => (value - mean) * (z - centre)).Sum() / control.Sum(z => (z - centre) * (z - centre));
        return [.. values.Zip(control, (value, z) => value - mean - (slope * (z - centre)))];
    }
}
