namespace ProdSales.Simulation.Tests;

/// <summary>A company looks like a company at every size: no headline number is an artefact of having few orders, or many.</summary>
public sealed class ScaleTests
{
    private static readonly Dictionary<string, (double Low, double High)> Bands = new(StringComparer.Ordinal)
    {
        ["on-time delivery"] = (0.80, 0.93),
        ["capacity utilisation"] = (0.62, 0.88),
        ["win rate"] = (0.24, 0.38),
        ["gross margin rate"] = (0.24, 0.33),
        ["first-pass yield"] = (0.90, 0.985),
        ["scrap rate"] = (0.002, 0.03),
        ["satisfaction"] = (0.75, 0.93),
        ["first response in minutes"] = (10, 45),
        ["customers gone"] = (0, 0.14),
        ["contracts renewed"] = (0.80, 0.98),
        ["quota attained"] = (0.70, 1.25),
    };

    [Theory]
    [InlineData(0.02, 1, 3)]
    [InlineData(0.02, 2, 3)]
    [InlineData(0.02, 3, 3)]
    [InlineData(0.1, 1, 3)]
    [InlineData(0.1, 2, 3)]
    public void Headline_numbers_of_a_small_company_are_believable(double scale, long seed, int years) => AssertBelievable(scale, seed, years);

    [Theory]
    [InlineData(1, 1, 3)]
    [InlineData(5, 1, 1)]
    [Trait("Speed", "Slow")]
    public void Headline_numbers_of_a_large_company_are_believable(double scale, long seed, int years) => AssertBelievable(scale, seed, years);

    [Fact]
    public void A_small_company_has_fewer_rows_of_everything_that_is_counted_by_the_day()
    {
        int small = new Headlines(new DemoOptions { Scale = 0.02, Years = 1 }).Rows;
        int larger = new Headlines(new DemoOptions { Scale = 0.2, Years = 1 }).Rows;

        Assert.True(small < 0.45 * larger, $"{small:N0} rows at scale 0.02, {larger:N0} at 0.2.");
    }

    private static void AssertBelievable(double scale, long seed, int years)
    {
        Dictionary<string, double> found = new Headlines(new DemoOptions { Scale = scale, Seed = seed, Years = years }).All;
        string[] wrong =
        [
            .. found.Where(entry => !(entry.Value >= Bands[entry.Key].Low && entry.Value <= Bands[entry.Key].High))
                .Select(entry => $"{entry.Key} {entry.Value:0.###}, not in {Bands[entry.Key]}"),
        ];

        Assert.True(wrong.Length == 0, $"Scale {scale}, seed {seed}: {string.Join("; ", wrong)}.");
    }
}
