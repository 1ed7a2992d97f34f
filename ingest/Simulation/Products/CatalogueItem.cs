namespace ProdSales.Simulation.Products;

/// <summary>Something that is sold, bought or made.</summary>
internal sealed class CatalogueItem(
    string id, string name, string itemType, string line, string family, double listPrice, double cost, double popularity)
{
    internal string Id { get; } = id;

    internal string Name { get; } = name;

    /// <summary>Gets the item type as the product feed allows it.</summary>
    internal string ItemType { get; } = itemType;

    internal string Line { get; } = line;

    internal string Family { get; } = family;

    /// <summary>Gets or sets the price of today, in CNY.</summary>
    internal double ListPrice { get; set; } = listPrice;

    /// <summary>Gets or sets the standard cost of today, in CNY.</summary>
    internal double Cost { get; set; } = cost;

    internal double Popularity { get; } = popularity;

    /// <summary>Gets or sets the components of one unit down to what is bought; empty when it is bought itself.</summary>
    internal IReadOnlyList<(CatalogueItem Component, int Quantity)> Parts { get; set; } = [];

    /// <summary>The pieces of a component in one unit.</summary>
    internal int Needs(CatalogueItem component) => Parts.Where(part => part.Component == component).Sum(part => part.Quantity);

    /// <summary>Gets the component whose lot a device carries; null when none is traced.</summary>
    internal CatalogueItem? TracedPart => Parts.FirstOrDefault(part => part.Component.IsTraced).Component;

    /// <summary>Gets or sets whether lots of it are followed into the device.</summary>
    internal bool IsTraced { get; set; }

    internal bool IsMade => Parts.Count > 0;

    internal bool IsService => ItemType == "service";

    internal string Warehouse => ItemType switch { "component" => "原料仓", "spare_part" => "备件仓", _ => "成品仓" };

    internal long RowVersion { get; set; }
}
