namespace ProdSales.Predictions.Outlook;

/// <summary>Probabilities of one outcome within several horizons, made to agree with each other: what comes within 30 days comes within 60.</summary>
internal static class HorizonLadder
{
    /// <summary>The nearest probabilities, by least squares, that never turn back as the horizon grows (pool adjacent violators; Ayer et al., 1955).</summary>
    /// <param name="chances">Probabilities by rising horizon.</param>
    /// <param name="direction">1 where they must not fall, -1 where they must not rise, 0 to leave them.</param>
    internal static double[] Agreeing(double[] chances, int direction)
    {
        if (direction == 0)
        {
            return [.. chances];
        }

        List<(double Sum, int Count)> pools = [];
        foreach (double chance in chances)
        {
            (double Sum, int Count) pool = (chance, 1);
            while (pools.Count > 0 && direction * ((pools[^1].Sum / pools[^1].Count) - (pool.Sum / pool.Count)) > 0)
            {
                pool = (pool.Sum + pools[^1].Sum, pool.Count + pools[^1].Count);
                pools.RemoveAt(pools.Count - 1);
            }

            pools.Add(pool);
        }

        return [.. pools.SelectMany(pool => Enumerable.Repeat(pool.Sum / pool.Count, pool.Count))];
    }

    /// <summary>The first day on which the outcome is as likely as not, with the probability rising evenly between horizons.</summary>
    /// <param name="horizons">Days, rising.</param>
    /// <param name="chances">Probabilities that never fall.</param>
    /// <returns>Days from the day of asking, at least 1; null where even the longest horizon stays below a half.</returns>
    internal static int? MedianDays(int[] horizons, double[] chances)
    {
        (double day, double chance) = (0, 0);
        foreach ((int horizon, double next) in horizons.Zip(chances))
        {
            if (next >= .5)
            {
                return Math.Max(1, (int)Math.Ceiling(day + ((.5 - chance) / (next - chance) * (horizon - day)) - 1e-9));
            }

            (day, chance) = (horizon, next);
        }

        return null;
    }
}
