using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Deals;

namespace ProdSales.Simulation;

/// <summary>How likely each day of decision is, given what is recorded of a deal by a day.</summary>
internal sealed class DealEvidence(Deal deal, DealOutlooks outlooks)
{
    private readonly (DateOnly Closed, double Won, double Lost)[] _closings = Prior(deal);

    /// <summary>Each day after another one on which the decision may fall, with the joint likelihood of that, of winning or losing then, and of what is recorded by the other.</summary>
    internal IEnumerable<(DateOnly Closed, double Won, double Lost)> Closings(DateOnly day)
    {
        int entered = deal.StageDays.Count(stage => stage <= day);
        double[] told = [.. Enumerable.Range(1, entered).Select(number => (double)outlooks.Of(deal, number, deal.StageDays[number - 1]).Close!.Value.DayNumber)];
        foreach ((DateOnly closed, double won, double lost) in _closings.Where(closing => closing.Closed > day))
        {
            double closes = 1;
            for (int stage = 0; stage < entered; stage++)
            {
                closes *= Told(told[stage], deal.StageDays[stage].DayNumber, closed.DayNumber);
            }

            double stagesOfLost = Enumerable.Range(1, SalesStage.Open.Count).Sum(count => DealPlanner.LostAfterShares[count - 1] * Stages(day, closed, entered, count));
            yield return (closed, won * closes * Stages(day, closed, entered, SalesStage.Open.Count), lost * closes * stagesOfLost);
        }
    }

    /// <summary>Before anything is recorded; a buyer who is about to leave decides against it, however the chance fell.</summary>
    private static (DateOnly Closed, double Won, double Lost)[] Prior(Deal deal)
    {
        Dictionary<DateOnly, (double Won, double Lost)> days = [];
        for (int whole = DealPlanner.FewestDays; whole <= DealPlanner.MostDays; whole++)
        {
            DateOnly closed = PlantCalendar.SameOrNextWorkday(deal.Created.AddDays(whole));
            (double won, double lost) = days.GetValueOrDefault(closed);
            double wouldWin = deal.WinChance * Within(whole, DealPlanner.DaysToWin);
            double wouldLose = (1 - deal.WinChance) * Within(whole, DealPlanner.DaysToLose);
            days[closed] = deal.Buyer.IsLeaving(closed) ? (won, lost + wouldWin + wouldLose) : (won + wouldWin, lost + wouldLose);
        }

        return [.. days.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value.Won, pair.Value.Lost))];
    }

    /// <summary>The chance that the whole days drawn to the decision are a number.</summary>
    private static double Within(int days, double median)
    {
        double Below(int bound) => Gauss.Below(Math.Log(bound / median) / DealPlanner.SpreadOfDays);
        return (days == DealPlanner.MostDays ? 1 : Below(days + 1)) - (days == DealPlanner.FewestDays ? 0 : Below(days));
    }

    /// <summary>How likely the days of the stages are that were entered by a day, and that no other was, for a deal that enters a number of stages on its way to a decision.</summary>
    private double Stages(DateOnly day, DateOnly closed, int entered, int count)
    {
        if (entered > count)
        {
            return 0;
        }

        double length = closed.DayNumber - deal.Created.DayNumber;
        double likelihood = 1;
        for (int stage = 1; stage < entered; stage++)
        {
            int at = deal.StageDays[stage].DayNumber - deal.Created.DayNumber;
            likelihood *= (count - stage) * Cut(at / length, (at + 1) / length);
        }

        return likelihood * Math.Pow(Cut((day.DayNumber - deal.Created.DayNumber + 1) / length, 1), count - entered);
    }

    /// <summary>The chance that a cut falls within a stretch of the way.</summary>
    private static double Cut(double from, double to) =>
        Math.Max(0, Math.Min(to, DealPlanner.LastCut) - Math.Max(from, DealPlanner.FirstCut)) / (DealPlanner.LastCut - DealPlanner.FirstCut);

    /// <summary>How likely it is that a close is told on entering a stage, if the decision falls on a day.</summary>
    private static double Told(double told, int entered, int closed)
    {
        double spread = DealOutlooks.Miss * (closed - entered);
        double likelihood = told > entered ? WholeDays(told - closed, spread) : 0;
        return told - entered == DealOutlooks.Soon ? likelihood + (spread > 0 ? Gauss.Below((entered - closed) / spread) : 1) : likelihood;
    }

    /// <summary>The chance that a normal number, cut to whole days towards 0, is a number.</summary>
    private static double WholeDays(double days, double spread)
    {
        if (spread <= 0)
        {
            return days == 0 ? 1 : 0;
        }

        (double low, double high) = days switch { > 0 => (days, days + 1), < 0 => (days - 1, days), _ => (-1, 1) };
        return Gauss.Below(high / spread) - Gauss.Below(low / spread);
    }
}
