using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Fulfilment;
using ProdSales.Simulation.Sales;

namespace ProdSales.Simulation.Projects;

/// <summary>An order of several machines, which the departments carry out as a project.</summary>
internal sealed class LargeOrder
{
    private const int InstallationDays = 8;

    internal LargeOrder(long number, Order order, IReadOnlyCollection<Promise> machines)
    {
        Number = number;
        Order = order;
        Commit = machines.Max(promise => promise.FirstCommit);
        Budget = machines.Sum(promise => promise.Item.Cost * promise.Quantity);
        Awaited = [.. machines.Select(promise => promise.Number)];
        PlannedFinish = PlanFinishes();
    }

    internal long Number { get; }

    internal Order Order { get; }

    internal string Id => Numbered.Of("PJ", Number, 6);

    /// <summary>Gets the day promised for the last of the machines.</summary>
    internal DateOnly Commit { get; }

    /// <summary>Gets the cost of the machines by the price list of the day, in the group currency.</summary>
    internal double Budget { get; }

    /// <summary>Gets the promises that are not fulfilled yet.</summary>
    internal HashSet<long> Awaited { get; }

    /// <summary>Gets the day by which each of <see cref="ProjectStep.All"/> is planned to be done.</summary>
    internal IReadOnlyList<DateOnly> PlannedFinish { get; }

    /// <summary>The day on which a step is planned to begin: when the one before is done.</summary>
    internal DateOnly PlannedStart(int step) => step == 0 ? Order.Day : PlannedFinish[step - 1];

    internal string TaskId(int step) => $"{Id}-{step + 1}";

    private DateOnly[] PlanFinishes()
    {
        DateOnly handedOver = PlantCalendar.AddWorkdays(Order.Day, 1);
        int span = Math.Max(4, Commit.DayNumber - Order.Buyer.Region.TransitDays - handedOver.DayNumber);
        return
        [
            handedOver, handedOver.AddDays(span / 4), handedOver.AddDays(span / 2), handedOver.AddDays(span - 1), Commit, Commit.AddDays(InstallationDays),
        ];
    }
}
