using ProdSales.Feeds;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Tests;

/// <summary>Causes and effects go together more than they do when the effects are dealt out anew at random.</summary>
public sealed class CausalLinkTests(CausalLinkTests.Company company) : IClassFixture<CausalLinkTests.Company>
{
    private const int Shuffles = 200;

    private DemoRows Rows => company.Rows;

    [Fact]
    public void Late_material_makes_orders_late()
    {
        HashSet<string> late = [.. Rows.All<ScheduleLine>().Where(line => line.DelayCause is not null).Select(line => line.OrderLineId!)];
        ILookup<string, string> parts = Rows.All<BomComponent>().ToLookup(row => row.ParentProductId, row => row.ComponentProductId, StringComparer.Ordinal);
        ILookup<string, PurchaseOrderLine> overdue = Rows.All<PurchaseOrderLine>().Where(line => line.ReceivedDate > line.DueDate?.AddDays(3))
            .ToLookup(line => line.ProductId!, StringComparer.Ordinal);

        AssertLinked(Rows.All<WorkOrder>().Where(order => order.FinishedDate is not null).Select(order => (
            Cause: (double)parts[order.ProductId].SelectMany(part => parts[part].Append(part)).SelectMany(part => overdue[part])
                .Where(line => line.DueDate <= order.ReleasedDate && line.ReceivedDate > order.ReleasedDate)
                .Select(line => line.ReceivedDate!.Value.DayNumber - order.ReleasedDate!.Value.DayNumber).DefaultIfEmpty(0).Max(),
            Effect: late.Contains(order.OrderLineId!) ? 1.0 : 0)));
    }

    [Fact]
    public void Late_deliveries_lower_satisfaction() => AssertLinked(Answers().Select(answer => (
        (double)company.LateDeliveries[answer.CustomerId!].Count(day => IsShortlyBefore(day, answer.AnsweredDate)), -(double)answer.Csat!.Value)));

    [Fact]
    public void Failures_that_take_several_visits_lower_satisfaction()
    {
        ILookup<string, DateOnly> failures = Rows.All<Ticket>().Where(ticket => ticket.FaultCode != "CS00" && ticket.VisitCount > 1)
            .ToLookup(ticket => ticket.CustomerId!, ticket => ticket.CreatedDate, StringComparer.Ordinal);

        AssertLinked(Answers().Select(answer =>
            ((double)failures[answer.CustomerId!].Count(day => IsShortlyBefore(day, answer.AnsweredDate)) / company.Machines.GetValueOrDefault(answer.CustomerId!, 1), -(double)answer.Csat!.Value)));
    }

    [Fact]
    public void Dissatisfied_customers_leave()
    {
        Dictionary<string, DateOnly> left = Rows.Latest<Customer>().Values.Where(customer => customer.IsActive is false)
            .ToDictionary(customer => customer.SourceId, customer => customer.EffectiveDate!.Value.AddDays(-150), StringComparer.Ordinal);

        AssertLinked(Answers().Where(answer => !left.TryGetValue(answer.CustomerId!, out DateOnly day) || answer.AnsweredDate > day.AddDays(-240))
            .GroupBy(answer => answer.CustomerId!, StringComparer.Ordinal)
            .Select(customer => (-customer.Average(answer => answer.Csat!.Value), left.ContainsKey(customer.Key) ? 1.0 : 0)));
    }

    private static bool IsShortlyBefore(DateOnly day, DateOnly answered) => day < answered && day >= answered.AddDays(-75);

    private IEnumerable<Survey> Answers() => Rows.All<Survey>().Where(survey => survey.Csat is not null);

    /// <summary>The correlation lies above those of 99 in 100 random orders of the effects.</summary>
    private static void AssertLinked(IEnumerable<(double Cause, double Effect)> pairs)
    {
        (double[] causes, double[] effects) = (pairs.Select(pair => pair.Cause).ToArray(), pairs.Select(pair => pair.Effect).ToArray());
        double found = Correlation(causes, effects);
        RandomStream dice = new(7);
        double[] shuffled = new double[Shuffles];
        for (int index = 0; index < Shuffles; index++)
        {
            for (int place = effects.Length - 1; place > 0; place--)
            {
                int other = dice.Whole(0, place);
                (effects[place], effects[other]) = (effects[other], effects[place]);
            }

            shuffled[index] = Correlation(causes, effects);
        }

        double usual = shuffled.Order().ElementAt(Shuffles * 99 / 100);
        Assert.True(found > usual, $"Correlation {found:0.000} of {causes.Length} pairs; 99 of 100 random orders stay below {usual:0.000}.");
    }

    private static double Correlation(double[] left, double[] right)
    {
        (double meanLeft, double meanRight) = (left.Average(), right.Average());
        (double product, double squareLeft, double squareRight) = (0, 0, 0);
        for (int index = 0; index < left.Length; index++)
        {
            (double a, double b) = (left[index] - meanLeft, right[index] - meanRight);
            (product, squareLeft, squareRight) = (product + (a * b), squareLeft + (a * a), squareRight + (b * b));
        }

        return product / Math.Sqrt(squareLeft * squareRight);
    }

    /// <summary>A company without planted causes, large enough that some customers leave.</summary>
    public sealed class Company
    {
        private readonly Lazy<DemoRows> _rows = new(() => new DemoRows(new DemoOptions { Scale = 0.2, PlantCauses = false }));

        internal DemoRows Rows => _rows.Value;

        internal ILookup<string, DateOnly> LateDeliveries => field ??= Rows.All<ScheduleLine>()
            .Where(line => line.DelayCause is not null).ToLookup(line => line.CustomerId!, line => line.FirstCommitDate, StringComparer.Ordinal);

        /// <summary>Machines of each customer who has any.</summary>
        internal Dictionary<string, int> Machines => field ??= Rows.All<Device>().Where(device => device.Version == 1)
            .CountBy(device => device.CustomerId!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }
}
