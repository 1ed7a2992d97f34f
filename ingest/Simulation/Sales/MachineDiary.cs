using ProdSales.Simulation.Products;

namespace ProdSales.Simulation.Sales;

/// <summary>The pieces of each machine that were booked in a month: what the planners of a works look back on.</summary>
internal sealed class MachineDiary
{
    private readonly Dictionary<(int Month, CatalogueItem Item), int> _pieces = [];

    internal void Note(SaleLine line, DateOnly day)
    {
        if (line.Item.IsMade)
        {
            (int, CatalogueItem) piece = (SalesDiary.MonthOf(day), line.Item);
            _pieces[piece] = _pieces.GetValueOrDefault(piece) + line.Quantity;
        }
    }

    internal int Pieces(int month, CatalogueItem item) => _pieces.GetValueOrDefault((month, item));
}
