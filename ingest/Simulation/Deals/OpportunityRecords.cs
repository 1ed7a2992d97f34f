using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Randomness;
using ProdSales.Simulation.Sales;

namespace ProdSales.Simulation.Deals;

/// <summary>Writes an opportunity and its stage events, as far as they are known on the last day.</summary>
internal sealed class OpportunityRecords(Company company)
{
    private static readonly string[] LostReasons = ["价格过高", "交期过长", "配置不符", "客户预算取消", "竞争对手关系", "服务网点不足"];

    private static readonly string[] Competitors = ["东岳重叉", "江淮力达", "北辰叉车", "诺维克", "铁鹰机械", "瀚海搬运"];

    private readonly RandomFamily _records = new(company.Options.Seed, "opportunity records");
    private readonly DealOutlooks _outlooks = new(company.Options.Seed);
    private readonly ActivityRecords _activities = new(company);

    internal void Write(Deal deal)
    {
        RandomStream dice = _records.For(deal.Number);
        WriteEvents(deal, dice);
        company.Rows.Add(Row(deal, dice));
        _activities.Write(deal);
        foreach (OpportunityTeam share in TeamRecords.Rows(deal))
        {
            company.Rows.Add(share);
        }
    }

    private Opportunity Row(Deal deal, RandomStream dice)
    {
        bool isClosed = deal.Closed <= company.Last;
        SalesStage stage = isClosed ? (deal.IsWon ? SalesStage.Won : SalesStage.Lost) : SalesStage.Open[deal.StageOn(company.Last)];
        double rate = company.Rates.Of(deal.Buyer.Region.Currency, deal.Closed);
        bool isLost = isClosed && !deal.IsWon;
        double opinion = Math.Round(Math.Clamp(stage.UsualProbability + (isClosed ? 0 : 0.1 * dice.Normal()), 0, 1), 2);
        string lostReason = dice.Pick(LostReasons);
        string competitor = dice.Pick(Competitors);
        return new Opportunity
        {
            SourceSystem = Origin.System,
            SourceId = deal.Id,
            RecordedAt = company.Known(Clock.At(isClosed ? deal.Closed : company.Last, 1080)),
            CreatedDate = deal.Created,
            CustomerId = deal.Buyer.Id,
            OwnerId = deal.Buyer.Seat.HolderOn(deal.Created).Id,
            OrganisationId = deal.Buyer.Seat.TeamId,
            ProductId = deal.Lines[0].Item.Id,
            LeadId = deal.LeadId,
            Channel = deal.Channel,
            ExpectedCloseDate = deal.Closed.AddDays((int)(8 * dice.Normal())),
            ClosedDate = company.Known(deal.Closed),
            Outcome = stage.Kind,
            Amount = SaleAmounts.Of(deal.Lines, rate),
            Currency = deal.Buyer.Region.Currency,
            ExchangeRate = rate,
            RepProbability = opinion,
            StageId = stage.Id,
            LostReason = isLost ? lostReason : null,
            Competitor = isLost || dice.Chance(0.4) ? competitor : null,
        };
    }

    private void WriteEvents(Deal deal, RandomStream dice)
    {
        string? before = null;
        foreach ((int index, DateOnly day) in deal.StageDays.Index())
        {
            string stage = SalesStage.Open[index].Id;
            WriteEvent(deal, index + 1, day, before, stage, index == 0 ? "enter" : "advance", dice);
            before = stage;
        }

        WriteEvent(deal, deal.StageDays.Count + 1, deal.Closed, before, (deal.IsWon ? SalesStage.Won : SalesStage.Lost).Id, deal.IsWon ? "won" : "lost", dice);
    }

    private void WriteEvent(Deal deal, int number, DateOnly day, string? from, string to, string kind, RandomStream dice)
    {
        double minutes = dice.Between(540, 1080);
        if (day > company.Last)
        {
            return;
        }

        double rate = company.Rates.Of(deal.Buyer.Region.Currency, day);
        (double? Probability, DateOnly? Close) outlook = _outlooks.Of(deal, number, day);
        company.Rows.Add(new StageEvent
        {
            SourceSystem = Origin.System,
            SourceId = $"{deal.Id}-{number}",
            OccurredDate = day,
            OccurredAt = Clock.At(day, minutes),
            OpportunityId = deal.Id,
            CustomerId = deal.Buyer.Id,
            OwnerId = deal.Buyer.Seat.HolderOn(day).Id,
            ProductId = deal.Lines[0].Item.Id,
            FromStageId = from,
            ToStageId = to,
            Kind = kind,
            Amount = SaleAmounts.Of(deal.Lines, rate),
            Currency = deal.Buyer.Region.Currency,
            ExchangeRate = rate,
            RepProbability = outlook.Probability,
            ExpectedCloseDate = outlook.Close,
        });
    }
}
