using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Deals;

/// <summary>Writes the visits, calls and meetings by which a deal came from stage to stage.</summary>
internal sealed class ActivityRecords(Company company)
{
    private static readonly (string Kind, string Subject, double Minutes)[] ByStage =
        [("visit", "需求调研", 95), ("meeting", "方案交流", 80), ("demo", "样机演示", 120), ("meeting", "商务谈判", 75), ("call", "合同条款确认", 25)];

    private readonly RandomFamily _activities = new(company.Options.Seed, "activities");

    internal void Write(Deal deal)
    {
        RandomStream dice = _activities.For(deal.Number);
        int number = 0;
        foreach ((int stage, DateOnly day) in deal.StageDays.Index())
        {
            (string kind, string subject, double minutes) = ByStage[stage];
            Add(deal, ++number, day, kind, subject, minutes, dice);
            DateOnly next = PlantCalendar.SameOrNextWorkday(day.AddDays(dice.Whole(3, 12)));
            if (next < deal.Closed)
            {
                Add(deal, ++number, next, "call", "跟进回访", 14, dice);
            }
        }
    }

    private void Add(Deal deal, int number, DateOnly day, string kind, string subject, double usual, RandomStream dice)
    {
        double begun = dice.Between(540, 1020);
        double minutes = Math.Round(dice.LogNormal(usual, 0.35));
        if (day > company.Last)
        {
            return;
        }

        company.Rows.Add(new Activity
        {
            SourceSystem = Origin.System,
            SourceId = $"{deal.Id}-A{number}",
            ActivityDate = day,
            StartedAt = Clock.At(day, begun),
            Kind = kind,
            CustomerId = deal.Buyer.Id,
            OwnerId = deal.Buyer.Seat.HolderOn(day).Id,
            OpportunityId = deal.Id,
            DurationMinutes = minutes,
            Subject = subject,
        });
    }
}
