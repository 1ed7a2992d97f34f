using ProdSales.Simulation.Masters;

namespace ProdSales.Simulation.Sales;

/// <summary>What the whole company booked, by month, region and product line: what forecasts look back on.</summary>
internal sealed class SalesDiary
{
    private readonly Dictionary<(int Month, string Region, string Line), (double Amount, double Quantity)> _cells = [];

    internal static int MonthOf(DateOnly day) => (day.Year * 12) + day.Month - 1;

    internal static DateOnly FirstOf(int month) => new(month / 12, (month % 12) + 1, 1);

    internal void Note(Buyer buyer, SaleLine line, DateOnly day)
    {
        (int, string, string) cell = (MonthOf(day), buyer.Region.Name, line.Item.Line);
        (double amount, double quantity) = _cells.GetValueOrDefault(cell);
        _cells[cell] = (amount + line.Net, quantity + line.Quantity);
    }

    internal (double Amount, double Quantity) Booked(int month, string region, string line) =>
        _cells.GetValueOrDefault((month, region, line));
}
