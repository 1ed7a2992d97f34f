using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Interfaces;

/// <summary>The nightly runs of the interfaces to the systems around the company.</summary>
internal sealed class SyncLog(Company company)
{
    private static readonly (string Peer, string Subject, string Direction, double RowsPerOrderLine)[] Interfaces =
        [("金蝶云星空", "销售订单", "push", 1), ("自研 MES", "报工", "pull", 1.6), ("CRM", "线索", "pull", 0.55)];

    private readonly RandomFamily _runs = new(company.Whole.Seed, "interface runs");

    internal void Live(DateOnly day)
    {
        double lines = company.Whole.ExpectedOrderLines * company.Demand.ShareOf(day);
        foreach ((int index, (string peer, string subject, string direction, double rows)) in Interfaces.Index())
        {
            RandomStream dice = _runs.For(day.DayNumber, index);
            int sent = dice.Poisson(lines * rows);
            int failed = dice.Chance(0.02) ? dice.Whole(1, 3) : 0;
            DateTime begun = Clock.At(day, 1290 + (10 * index));
            company.Rows.Add(new IntegrationSync
            {
                SourceSystem = Origin.System,
                SourceId = $"IS-{index + 1}@{day:yyyyMMdd}",
                SyncDate = day,
                StartedAt = begun,
                FinishedAt = begun.AddSeconds(20 + (sent / 10.0)),
                Peer = peer,
                Interface = subject,
                Direction = direction,
                RowsSent = sent,
                RowsFailed = failed,
                LagMinutes = Math.Round(dice.LogNormal(6, 0.7), 1),
                Outcome = failed > 0 ? "partial" : "done",
            });
        }
    }
}
