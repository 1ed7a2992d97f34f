using System.Numerics;

namespace ProdSales.Simulation.Randomness;

/// <summary>One stream of random numbers: xoshiro256** (Blackman and Vigna 2018), seeded by SplitMix64.</summary>
/// <remarks>Own code because the framework does not promise the same numbers from one version to the next.</remarks>
internal sealed class RandomStream
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    internal RandomStream(ulong seed)
    {
        _s0 = SplitMix.Next(ref seed);
        _s1 = SplitMix.Next(ref seed);
        _s2 = SplitMix.Next(ref seed);
        _s3 = SplitMix.Next(ref seed);
    }

    internal ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number in [0, 1).</summary>
    internal double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    internal bool Chance(double probability) => Unit() < probability;

    internal double Between(double low, double high) => low + ((high - low) * Unit());

    /// <summary>A whole number from low to high, both inclusive.</summary>
    internal int Whole(int low, int high) => low + (int)((high - low + 1) * Unit());

    internal T Pick<T>(IReadOnlyList<T> items) => items[(int)(items.Count * Unit())];

    /// <summary>A number of the standard normal distribution (Box and Muller).</summary>
    internal double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    /// <summary>A positive number whose logarithm is normal.</summary>
    internal double LogNormal(double median, double sigma) => median * Math.Exp(sigma * Normal());

    /// <summary>A waiting time of mean 1, less scattered than an exponential one: buyers have a rhythm.</summary>
    internal double Rhythm() => -Math.Log((1 - Unit()) * (1 - Unit())) / 2;

    /// <summary>A count of rare events (Knuth's product for small means, the normal approximation from 30 on).</summary>
    internal int Poisson(double mean)
    {
        if (mean > 30)
        {
            return Math.Max(0, (int)Math.Round(mean + (Math.Sqrt(mean) * Normal())));
        }

        double limit = Math.Exp(-mean);
        int count = 0;
        for (double product = Unit(); product > limit; product *= Unit())
        {
            count++;
        }

        return count;
    }
}
