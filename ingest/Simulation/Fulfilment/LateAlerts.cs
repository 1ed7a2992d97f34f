using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Fulfilment;

/// <summary>Warns the seller once of a promise that can no longer be kept; the alert stands until the goods are there.</summary>
internal sealed class LateAlerts(Company company)
{
    private readonly RandomFamily _alerts = new(company.Options.Seed, "late alerts");

    /// <summary>Writes the alert of a promise, if there was one; the day of arrival is null while the goods are not there.</summary>
    internal void Write(Promise promise, DateOnly? arrived)
    {
        if (promise.AlertedOn is not { } day)
        {
            return;
        }

        RandomStream dice = _alerts.For(promise.Number);
        DateTime raised = Clock.At(day, 480);
        DateTime noted = raised.AddMinutes(Math.Round(dice.LogNormal(140, 0.9)));
        company.Rows.Add(new Alert
        {
            SourceSystem = Origin.System,
            SourceId = $"AL-{promise.Id}",
            RaisedDate = day,
            RaisedAt = raised,
            Kind = "late_order",
            SubjectType = "schedule_line",
            SubjectId = promise.Id,
            CustomerId = promise.Buyer.Id,
            ProductId = promise.Item.Id,
            OwnerId = promise.Buyer.Seat.HolderOn(day).Id,
            Severity = promise.Item.IsMade ? "critical" : "warning",
            AcknowledgedAt = company.Known(noted),
            ResolvedAt = arrived is { } there ? Clock.At(there, 1080) : null,
            Outcome = arrived is { } on ? OutcomeOf(promise, on, dice) : null,
        });
    }

    // What came in time after all was saved by somebody, or had never been in danger.
    private static string OutcomeOf(Promise promise, DateOnly arrived, RandomStream dice) =>
        arrived > promise.FirstCommit ? "came_true" : dice.Chance(0.6) ? "averted" : "false_alarm";
}
