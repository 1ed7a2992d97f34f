using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Deals;

/// <summary>What sellers say they expect of deals.</summary>
internal sealed class DealOutlooks(long seed)
{
    /// <summary>How far the day told lies from the day of the decision, as a share of the time between (one standard deviation).</summary>
    internal const double Miss = 0.35;

    /// <summary>Days after today that are told where the day would be over.</summary>
    internal const int Soon = 7;

    private readonly RandomFamily _outlooks = new(seed, "deal outlooks");

    /// <summary>What the seller expects on entering a stage: more precisely the nearer the decision is; nothing more once it has fallen.</summary>
    internal (double? Probability, DateOnly? Close) Of(Deal deal, int number, DateOnly day)
    {
        if (number > deal.StageDays.Count)
        {
            return (null, null);
        }

        RandomStream dice = _outlooks.For(deal.Number, number);
        double usual = SalesStage.Open[number - 1].UsualProbability;
        double miss = Miss * (deal.Closed.DayNumber - day.DayNumber) * dice.Normal();
        DateOnly close = deal.Closed.AddDays((int)miss);
        return (Math.Round(Math.Clamp(usual + (0.08 * dice.Normal()), 0.02, 0.98), 2), close <= day ? day.AddDays(Soon) : close);
    }
}
