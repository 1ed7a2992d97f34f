namespace ProdSales.Simulation;

/// <summary>What was planted for a drill-down to find; a cause is null, and the list empty, when it was not planted.</summary>
/// <param name="Options">The options of the company.</param>
/// <param name="RisingDiscount">A region whose margin falls because the discount of one product line rises.</param>
/// <param name="Overspend">A team that spends more than its budget.</param>
/// <param name="FailingLot">A lot of a component that fails early.</param>
/// <param name="LeavingCustomers">Customers who are about to leave.</param>
public sealed record Truth(
    DemoOptions Options,
    RisingDiscount? RisingDiscount,
    Overspend? Overspend,
    FailingLot? FailingLot,
    LeavingCustomers? LeavingCustomers)
{
    /// <summary>The truth about a company from that about its works, which differ in nothing but the customers who leave.</summary>
    internal static Truth Of(DemoOptions options, IEnumerable<Truth> works)
    {
        Truth[] all = [.. works];
        LeavingCustomers? leaving = all[0].LeavingCustomers is { } first
            ? first with { CustomerIds = [.. all.SelectMany(truth => truth.LeavingCustomers!.CustomerIds)] }
            : null;
        return all[0] with { Options = options, LeavingCustomers = leaving };
    }
}

/// <summary>A region whose margin falls because the discount of one product line rises.</summary>
/// <param name="Region">Region.</param>
/// <param name="ProductLine">Product line.</param>
/// <param name="From">First day of the higher discount, by order date.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="AddedDiscountRate">What is added to the usual discount rate, as a share of the list price.</param>
public sealed record RisingDiscount(string Region, string ProductLine, DateOnly From, DateOnly To, double AddedDiscountRate);

/// <summary>A team that spends more than its budget on one account.</summary>
/// <param name="OrganisationId">Team.</param>
/// <param name="Account">Account.</param>
/// <param name="From">First month of it, as its first day.</param>
/// <param name="To">Last day of the last month.</param>
/// <param name="Factor">Spending over what would be usual.</param>
public sealed record Overspend(string OrganisationId, string Account, DateOnly From, DateOnly To, double Factor);

/// <summary>A lot of a component whose devices fail early.</summary>
/// <param name="ComponentId">Component.</param>
/// <param name="Lot">Lot, as the device carries it.</param>
/// <param name="FailureFactor">Failures an hour over those of other lots.</param>
/// <param name="MonthsInService">Full months since installation during which it fails more often.</param>
public sealed record FailingLot(string ComponentId, string Lot, double FailureFactor, int MonthsInService);

/// <summary>Customers who are about to leave: they buy less, complain more and pay late.</summary>
/// <param name="CustomerIds">Customers.</param>
/// <param name="From">Day since which they have made up their minds.</param>
public sealed record LeavingCustomers(IReadOnlyList<string> CustomerIds, DateOnly From);
