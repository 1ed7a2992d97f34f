using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Tests;

public sealed class RandomStreamTests
{
    [Fact]
    public void SplitMix_gives_the_numbers_of_its_reference()
    {
        // First outputs of SplitMix64 for the seed 1234567, as published with the reference code and in Rosetta Code.
        ulong state = 1234567;

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => SplitMix.Next(ref state)));
    }

    [Fact]
    public void Streams_of_one_name_and_member_are_the_same_and_all_others_differ()
    {
        ulong[] numbers =
        [
            .. new[] { new RandomFamily(1, "orders").For(7), new RandomFamily(2, "orders").For(7), new RandomFamily(1, "leads").For(7), new RandomFamily(1, "orders").For(8), new RandomFamily(1, "orders").For(7, 1) }
                .Select(stream => stream.Next()),
        ];

        Assert.Equal(5, numbers.Distinct().Count());
        Assert.Equal(numbers[0], new RandomFamily(1, "orders").For(7).Next());
    }

    [Fact]
    public void Draws_have_the_means_that_they_name()
    {
        RandomStream dice = new(42);
        const int Draws = 40_000;

        Assert.InRange(Mean(dice.Unit), 0.49, 0.51);
        Assert.InRange(Mean(dice.Normal), -0.02, 0.02);
        Assert.InRange(Mean(dice.Rhythm), 0.98, 1.02);
        Assert.InRange(Mean(() => dice.Poisson(2.5)), 2.45, 2.55);
        Assert.InRange(Mean(() => dice.Poisson(80)), 79.5, 80.5);
        Assert.InRange(Mean(() => dice.Whole(1, 6)), 3.45, 3.55);

        static double Mean(Func<double> draw) => Enumerable.Range(0, Draws).Average(_ => draw());
    }

}
