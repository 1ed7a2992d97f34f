using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Service;

/// <summary>Asks customers how content they are: once after each ticket, and once a year about everything.</summary>
internal sealed class SurveyDesk(Company company)
{
    private const double ResponseRate = 0.44;

    private readonly RandomFamily _yearly = new(company.Options.Seed, "relationship surveys");

    internal void AskAbout(TicketRun ticket, RandomStream dice)
    {
        double strain =
            (0.3 * Math.Max(0, ticket.Visits - 1)) + (0.08 * Math.Max(0, ticket.DaysToResolve!.Value - 3)) + (ticket.ResponseMinutes > 120 ? 0.3 : 0);
        DateOnly sent = Clock.DayOf(ticket.Resolved!.Value).AddDays(1);
        if (sent <= company.Last)
        {
            company.Rows.Add(Answer($"SV-{ticket.Id}", ticket.Buyer, sent, strain, dice) with
            {
                TicketId = ticket.Id,
                ProductId = ticket.Machine.Item.Id,
                DeviceId = ticket.Machine.Id,
            });
        }
    }

    /// <summary>Asks a customer in the month of the year that is its own.</summary>
    internal void AskYearly(Buyer buyer, DateOnly day)
    {
        if (buyer.Number % 12 == day.Month - 1 && buyer.Buys(day))
        {
            company.Rows.Add(Answer($"SV-{buyer.Id}-{day:yyyyMM}", buyer, day, 0, _yearly.For(buyer.Number, day.DayNumber)));
        }
    }

    private Survey Answer(string id, Buyer buyer, DateOnly sent, double strain, RandomStream dice)
    {
        double mood = (buyer.Satisfaction - 0.78) * 4;
        double csat = 4.45 + mood - strain + (0.72 * dice.Normal());
        double nps = 8.5 + (mood * 2.2) - strain + (1.3 * dice.Normal());
        DateOnly answered = sent.AddDays(dice.Whole(0, 6));
        bool isAnswered = dice.Chance(ResponseRate) && answered <= company.Last;
        return new Survey
        {
            SourceSystem = Origin.System,
            SourceId = id,
            AnsweredDate = isAnswered ? answered : sent,
            CustomerId = buyer.Id,
            Csat = isAnswered ? (long)Math.Clamp(Math.Round(csat), 1, 5) : null,
            Nps = isAnswered ? (long)Math.Clamp(Math.Round(nps), 0, 10) : null,
        };
    }
}
