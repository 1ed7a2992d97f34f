using ProdSales.Simulation.Masters;

namespace ProdSales.Simulation.Sales;

/// <summary>What a works booked, by month and by the business of each sales manager: what forecasts look back on.</summary>
internal sealed class SalesDiary
{
    private readonly Dictionary<(int Month, SalesBusiness Business), (double Amount, double Quantity)> _cells = [];
    private readonly HashSet<SalesBusiness> _businesses = [];

    /// <summary>Gets every business that was ever booked, in an order that depends on nothing else.</summary>
    internal IReadOnlyList<SalesBusiness> Businesses =>
        [.. _businesses.OrderBy(one => one.ManagerId, StringComparer.Ordinal).ThenBy(one => one.Region, StringComparer.Ordinal).ThenBy(one => one.Line, StringComparer.Ordinal)];

    internal static int MonthOf(DateOnly day) => (day.Year * 12) + day.Month - 1;

    internal static DateOnly FirstOf(int month) => new(month / 12, (month % 12) + 1, 1);

    internal void Note(Buyer buyer, SaleLine line, DateOnly day)
    {
        SalesBusiness business = new(buyer.Seat.HolderOn(day).ManagerId!, buyer.Region.Name, line.Item.Line);
        (double amount, double quantity) = _cells.GetValueOrDefault((MonthOf(day), business));
        _cells[(MonthOf(day), business)] = (amount + line.Net, quantity + line.Quantity);
        _businesses.Add(business);
    }

    internal (double Amount, double Quantity) Booked(int month, SalesBusiness business) => _cells.GetValueOrDefault((month, business));
}
