namespace ProdSales.Forecasting.Intermittent;

/// <summary>How stock is shared out over parts.</summary>
public enum StockPolicy
{
    /// <summary>Every part is served with the same chance (item approach).</summary>
    Item,

    /// <summary>All parts together are served with the chance, with the fewest pieces: the next piece goes where it is most likely to be the one that is needed (system approach, Sherbrooke).</summary>
    System,
}
