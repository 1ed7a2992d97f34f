namespace ProdSales.Simulation.Randomness;

/// <summary>The streams of one subject, one for each member, so that one more member or draw shifts no other.</summary>
internal sealed class RandomFamily
{
    private readonly ulong _seed;

    /// <summary>Names a family under the company's seed.</summary>
    internal RandomFamily(long seed, string name)
    {
        ulong hash = 14695981039346656037;
        foreach (char letter in name)
        {
            hash = (hash ^ letter) * 1099511628211;
        }

        ulong state = unchecked((ulong)seed);
        _seed = SplitMix.Next(ref state) ^ hash;
    }

    internal RandomStream For(long member)
    {
        ulong state = _seed + unchecked((ulong)member * 0xD1342543DE82EF95);
        return new RandomStream(SplitMix.Next(ref state));
    }

    internal RandomStream For(long member, long part) => For(unchecked((member * 1_000_003) + part));
}
