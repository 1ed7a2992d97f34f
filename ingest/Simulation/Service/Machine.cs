using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Products;

namespace ProdSales.Simulation.Service;

/// <summary>A machine at a customer.</summary>
internal sealed class Machine(long number, CatalogueItem item, Buyer owner, string? lot, DateOnly installed, DateOnly warrantyEnd)
{
    internal long Number { get; } = number;

    internal string Id => Numbered.Of("DV", Number, 7);

    internal CatalogueItem Item { get; } = item;

    internal Buyer Owner { get; } = owner;

    /// <summary>Gets the lot of the traced component; null for machines older than the tracing.</summary>
    internal string? Lot { get; } = lot;

    internal DateOnly Installed { get; } = installed;

    internal DateOnly WarrantyEnd { get; } = warrantyEnd;

    /// <summary>Gets or sets the configuration that it was built by.</summary>
    internal string? ConfigurationId { get; set; }

    /// <summary>Gets or sets the day on which it was taken out of service; null while it runs.</summary>
    internal DateOnly? RetiredOn { get; set; }

    /// <summary>The full months in service on a day.</summary>
    internal int MonthsInService(DateOnly day) =>
        Math.Max(0, ((day.Year - Installed.Year) * 12) + day.Month - Installed.Month - (day.Day < Installed.Day ? 1 : 0));

    /// <summary>The master record; a machine taken out of service has a second version from that day on.</summary>
    internal Device Row(string configuration, DateOnly? retired) => new()
    {
        SourceSystem = Origin.System,
        SourceId = Id,
        Version = retired is null ? 1 : 2,
        Name = $"{Item.Name.Split(' ')[0]}-{Number:D7}",
        EffectiveDate = retired,
        ProductId = Item.Id,
        CustomerId = Owner.Id,
        Region = Owner.Region.Name,
        Site = $"{Owner.Place.City}工厂",
        Configuration = configuration,
        ConfigurationId = ConfigurationId,
        Lot = Lot,
        InstalledDate = Installed,
        WarrantyEndDate = WarrantyEnd,
        RetiredDate = retired,
    };
}
