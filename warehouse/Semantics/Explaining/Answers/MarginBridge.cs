namespace ProdSales.Semantics;

/// <summary>A change of margin in steps that sum to it to the last digit.</summary>
/// <param name="Volume">More or fewer units at the old average margin a unit.</param>
/// <param name="Mix">Other products in the same number of units, at their old margins.</param>
/// <param name="ListPrice">Other list prices on the new quantities.</param>
/// <param name="Discount">Other discounts on the new quantities; negative when discounts rose.</param>
/// <param name="Cost">Other costs on the new quantities; negative when costs rose.</param>
/// <param name="New">Margin of products that were not sold before.</param>
/// <param name="Dropped">Margin, with a minus, of products that are no longer sold.</param>
/// <param name="Unquantified">Change of products whose quantity is 0 or unknown, so that there is no price a unit.</param>
public sealed record MarginBridge(
    decimal Volume, decimal Mix, decimal ListPrice, decimal Discount, decimal Cost, decimal New, decimal Dropped, decimal Unquantified)
{
    /// <summary>The change of margin.</summary>
    public decimal Change => Volume + Mix + ListPrice + Discount + Cost + New + Dropped + Unquantified;
}
