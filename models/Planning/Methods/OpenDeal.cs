namespace ProdSales.Planning.Methods;

/// <summary>A deal that was open on the day of scoring, and how likely it was won within so many days.</summary>
internal sealed record OpenDeal(string Leaf, string Id, double Amount, IReadOnlyList<(int Days, double Chance)> Chances)
{
    /// <summary>The chance that it is won within so many days: on straight lines between the horizons that were scored, and no higher after the last.</summary>
    internal double ChanceWithin(double days)
    {
        (double before, double chance) = (0, 0);
        foreach ((int horizon, double stated) in Chances.OrderBy(known => known.Days))
        {
            double later = Math.Max(chance, stated);
            if (days <= horizon)
            {
                return chance + ((later - chance) * (days - before) / (horizon - before));
            }

            (before, chance) = (horizon, later);
        }

        return chance;
    }
}
