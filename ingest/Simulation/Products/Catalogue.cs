using System.Globalization;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Products;

/// <summary>Everything that is sold, bought or made, with yearly new prices and costs.</summary>
internal sealed class Catalogue
{
    /// <summary>A company of a sixteenth the size sells half as many kinds of things.</summary>
    private const double BreadthLaw = 0.25;

    private readonly RandomFamily _prices;
    private readonly Dictionary<string, CatalogueItem> _byId;
    private readonly Dictionary<CatalogueItem, IReadOnlyList<(CatalogueItem Component, int Quantity)>> _firstLevel = [];

    internal Catalogue(DemoOptions company)
    {
        _prices = new RandomFamily(company.Seed, "prices");
        double breadth = Math.Min(1, Math.Pow(company.Scale, BreadthLaw));
        Components = BillOfMaterials.BoughtComponents();
        _byId = Components.ToDictionary(item => item.Id, StringComparer.Ordinal);
        SubAssemblies = BillOfMaterials.SubAssemblies(_byId);
        foreach (CatalogueItem item in SubAssemblies)
        {
            _byId.Add(item.Id, item);
        }

        Machines = new Shelf(Kept(BillOfMaterials.Lines(Assortment.Machines).Select(Machine), breadth));
        Attachments = Sold(Assortment.Options, "P", "finished", Assortment.Attachments, 0.58, breadth);
        Spares = Sold(Assortment.SpareParts, "B", "spare_part", Assortment.Spares, 0.55, breadth);
        Services = Sold(Assortment.ServiceItems, "F", "service", Assortment.Services, 0.62, 1);
    }

    internal Shelf Machines { get; }

    internal Shelf Attachments { get; }

    internal Shelf Spares { get; }

    internal Shelf Services { get; }

    internal IReadOnlyList<CatalogueItem> Components { get; }

    internal IReadOnlyList<CatalogueItem> SubAssemblies { get; }

    /// <summary>Gets what is bought and kept in stock.</summary>
    internal IEnumerable<CatalogueItem> Bought => [.. Components, .. Spares, .. Attachments];

    /// <summary>Gets what the items are sold as, the lines of machines first.</summary>
    internal IEnumerable<string> SoldLines =>
        Machines.Select(item => item.Line).Distinct(StringComparer.Ordinal).Concat([Assortment.Attachments, Assortment.Spares, Assortment.Services]);

    private IEnumerable<CatalogueItem> All => [.. Components, .. SubAssemblies, .. Machines, .. Attachments, .. Spares, .. Services];

    /// <summary>The master records as of the first day.</summary>
    internal IEnumerable<Product> RowsAtStart() => All.Select(item => NextVersion(item, null));

    /// <summary>The bills of materials, valid from a day on.</summary>
    internal IEnumerable<BomComponent> BomRows(DateOnly from) =>
        Machines.SelectMany(machine => BomRows(machine, _firstLevel[machine], 1, from))
            .Concat(SubAssemblies.SelectMany(assembly => BomRows(assembly, assembly.Parts, 2, from)));

    /// <summary>The bill of materials by which something is made.</summary>
    internal static string BomVersionOf(CatalogueItem item) => $"BV-{item.Id}-1";

    /// <summary>The released version of each bill of materials.</summary>
    internal IEnumerable<BomVersion> BomVersionRows(DateOnly from) => Machines.Concat(SubAssemblies).Select(item => new BomVersion
    {
        SourceSystem = Origin.System,
        SourceId = BomVersionOf(item),
        Name = $"{item.Name} V1",
        ProductId = item.Id,
        ReleasedDate = from,
        IsActive = true,
    });

    /// <summary>New costs and list prices of a year, as new versions of the master records.</summary>
    internal IEnumerable<Product> Reprice(DateOnly newYearsDay)
    {
        foreach ((int index, CatalogueItem item) in All.Index())
        {
            RandomStream dice = _prices.For(newYearsDay.Year, index);
            item.Cost *= 1.012 + (0.01 * dice.Normal());
            item.ListPrice *= 1.015;
            yield return NextVersion(item, newYearsDay);
        }
    }

    private static Shelf Sold(string table, string prefix, string itemType, string line, double costRatio, double breadth) =>
        new(Kept(BillOfMaterials.Lines(table).Select((fields, index) =>
        {
            double price = double.Parse(fields[2], CultureInfo.InvariantCulture);
            double popularity = double.Parse(fields[3], CultureInfo.InvariantCulture);
            return new CatalogueItem($"{prefix}{index + 1:D3}", fields[1], itemType, line, fields[0], price, price * costRatio, popularity);
        }), breadth));

    /// <summary>The most popular items of each family, at least one.</summary>
    private static IEnumerable<CatalogueItem> Kept(IEnumerable<CatalogueItem> items, double breadth) =>
        items.GroupBy(item => (item.Line, item.Family))
            .SelectMany(family => family.OrderByDescending(item => item.Popularity).Take((int)Math.Ceiling(family.Count() * breadth)))
            .OrderBy(item => item.Id, StringComparer.Ordinal);

    private static Product NextVersion(CatalogueItem item, DateOnly? effective) => new()
    {
        SourceSystem = Origin.System,
        SourceId = item.Id,
        Version = ++item.RowVersion,
        Name = item.Name,
        EffectiveDate = effective,
        ItemType = item.ItemType,
        ProductLine = item.Line,
        Family = item.Family,
        UnitOfMeasure = item.IsService ? "次" : item.IsMade ? "台" : "件",
        StandardCost = Money.Of(item.Cost),
        ListPrice = item.ListPrice > 0 ? Money.Of(item.ListPrice) : null,
        Currency = Origin.Currency,
        IsActive = true,
    };

    private static IEnumerable<BomComponent> BomRows(
        CatalogueItem parent, IReadOnlyList<(CatalogueItem Component, int Quantity)> parts, int level, DateOnly from) =>
        parts.Select(part => new BomComponent
        {
            SourceSystem = Origin.System,
            SourceId = $"{parent.Id}/{part.Component.Id}",
            ValidFrom = from,
            ParentProductId = parent.Id,
            BomVersionId = BomVersionOf(parent),
            ComponentProductId = part.Component.Id,
            QuantityPer = part.Quantity,
            UnitOfMeasure = "件",
            Level = level,
        });

    private CatalogueItem Machine(string[] fields, int index)
    {
        double price = double.Parse(fields[3], CultureInfo.InvariantCulture);
        double popularity = double.Parse(fields[4], CultureInfo.InvariantCulture);
        CatalogueItem machine = new(
            $"M{index + 1:D3}", fields[2], "finished", fields[0], fields[1], price, price * Assortment.CostRatio(fields[0]), popularity);
        _firstLevel[machine] = BillOfMaterials.FirstLevel(machine.Line, _byId);
        machine.Parts = BillOfMaterials.Leaves(_firstLevel[machine]);
        return machine;
    }
}
