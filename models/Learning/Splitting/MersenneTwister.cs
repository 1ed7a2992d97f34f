namespace ProdSales.Learning.Splitting;

/// <summary>The generator MT19937 as numpy seeds and uses it, so that folds and samples are those that a Python user gets from the same seed.</summary>
/// <remarks>Matsumoto and Nishimura (1998); not for secrets.</remarks>
public sealed class MersenneTwister
{
    private const int Length = 624;
    private const int Middle = 397;
    private readonly uint[] _state = new uint[Length];
    private int _at = Length;

    /// <summary>Starts from a seed.</summary>
    public MersenneTwister(uint seed)
    {
        uint word = seed;
        for (int at = 0; at < Length; at++)
        {
            _state[at] = word;
            word = (1812433253u * (word ^ (word >> 30))) + (uint)at + 1;
        }
    }

    /// <summary>The next 32 bits.</summary>
    public uint Next()
    {
        if (_at == Length)
        {
            Refill();
        }

        uint word = _state[_at++];
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c5680u;
        word ^= (word << 15) & 0xefc60000u;
        return word ^ (word >> 18);
    }

    /// <summary>A whole number from 0 to a highest one, inclusive, each as likely.</summary>
    public int Next(int highest)
    {
        if (highest == 0)
        {
            return 0;
        }

        uint mask = uint.MaxValue >> System.Numerics.BitOperations.LeadingZeroCount((uint)highest);
        uint drawn;
        do
        {
            drawn = Next() & mask;
        }
        while (drawn > (uint)highest);
        return (int)drawn;
    }

    /// <summary>Brings items into a random order, in place.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int at = items.Length - 1; at > 0; at--)
        {
            int other = Next(at);
            (items[at], items[other]) = (items[other], items[at]);
        }
    }

    private void Refill()
    {
        for (int at = 0; at < Length; at++)
        {
            uint bits = (_state[at] & 0x80000000u) | (_state[(at + 1) % Length] & 0x7fffffffu);
            _state[at] = _state[(at + Middle) % Length] ^ (bits >> 1) ^ ((bits & 1) * 0x9908b0dfu);
        }

        _at = 0;
    }
}
