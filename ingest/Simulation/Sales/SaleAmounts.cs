namespace ProdSales.Simulation.Sales;

/// <summary>The amounts of a line in the currency of its document; net is always list less discount, to the cent.</summary>
internal readonly record struct SaleAmounts(decimal List, decimal Discount, decimal Cost)
{
    internal decimal Net => List - Discount;

    internal static SaleAmounts Of(SaleLine line, double rate, double discountRate) =>
        new(Money.Of(line.List / rate), Money.Of(line.List * discountRate / rate), Money.Of(line.Cost / rate));

    internal static SaleAmounts Of(SaleLine line, double rate) => Of(line, rate, line.DiscountRate);

    /// <summary>The net amount of all lines.</summary>
    internal static decimal Of(IReadOnlyList<SaleLine> lines, double rate) => lines.Sum(line => Of(line, rate).Net);
}
