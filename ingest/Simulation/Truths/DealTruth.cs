using ProdSales.Simulation.Deals;

namespace ProdSales.Simulation;

/// <summary>What is true of one deal of the demo company and stands in no record: how likely it is to be won.</summary>
/// <remarks>
/// The chance is exact, by Bayes' rule over all that the company draws: the buyer's mind, the day of the decision, how far a lost deal comes, the days of the stages, and what the
/// seller tells of the close. It follows from what the records tell by a day, and from the buyer's mind, which they do not tell: nobody who reads them can do better.
/// </remarks>
public sealed class DealTruth
{
    private readonly Deal _deal;
    private readonly DealEvidence _evidence;

    internal DealTruth(Deal deal, long seed)
    {
        _deal = deal;
        _evidence = new DealEvidence(deal, new DealOutlooks(seed));
    }

    /// <summary>Gets the opportunity, as feeds call it.</summary>
    public string OpportunityId => _deal.Id;

    /// <summary>Gives the chance that a deal open at the end of a day is won within some days.</summary>
    /// <param name="day">The day.</param>
    /// <param name="horizonDays">Days after it within which winning counts.</param>
    /// <returns>The chance; null where the deal was not yet there, or is decided, at the end of the day.</returns>
    public double? ChanceToWin(DateOnly day, int horizonDays)
    {
        if (day < _deal.Created || day >= _deal.Closed)
        {
            return null;
        }

        double won = 0;
        double all = 0;
        foreach ((DateOnly closed, double likelihoodOfWon, double likelihoodOfLost) in _evidence.Closings(day))
        {
            all += likelihoodOfWon + likelihoodOfLost;
            won += closed <= day.AddDays(horizonDays) ? likelihoodOfWon : 0;
        }

        return won / all;
    }
}
