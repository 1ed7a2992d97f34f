using ProdSales.Simulation.Products;

namespace ProdSales.Simulation;

/// <summary>What the company expects to sell, from its size alone: the ground on which capacity, stock and targets are planned.</summary>
internal sealed class Volumes(Company company)
{
    private const double MachinesPerOrderLine = 0.239;

    private const double AttachmentsPerOrderLine = 0.233;

    private const double SpareLinesPerOrderLine = 0.654;

    private const double WorkdaysPerYear = 249;

    private readonly double _expectedLines = company.Options.ExpectedOrderLines;
    private readonly double _workdays = company.Options.Years * WorkdaysPerYear;

    /// <summary>Machines of one product line over all years.</summary>
    internal double MachinesOf(string line) => _expectedLines * MachinesPerOrderLine
        * company.Catalogue.Machines.Where(machine => machine.Line == line).Sum(machine => machine.Popularity)
        / company.Catalogue.Machines.Sum(machine => machine.Popularity);

    /// <summary>Machines of one kind over all years.</summary>
    internal double MachinesOf(CatalogueItem machine) =>
        _expectedLines * MachinesPerOrderLine * machine.Popularity / company.Catalogue.Machines.Sum(other => other.Popularity);

    /// <summary>Pieces of a bought item that are needed on an average workday.</summary>
    internal double DailyDemand(CatalogueItem item) => item.ItemType switch
    {
        "component" => company.Catalogue.Machines.Sum(machine => MachinesOf(machine) * machine.Needs(item)) / _workdays,
        "spare_part" => SparesOf(item) / _workdays,
        _ => _expectedLines * AttachmentsPerOrderLine * item.Popularity / company.Catalogue.Attachments.Sum(other => other.Popularity) / _workdays,
    };

    private double SparesOf(CatalogueItem item)
    {
        double lines = _expectedLines * SpareLinesPerOrderLine * item.Popularity / company.Catalogue.Spares.Sum(other => other.Popularity);
        return lines * (item.ListPrice < 500 ? 4.8 : 1.8);
    }
}
