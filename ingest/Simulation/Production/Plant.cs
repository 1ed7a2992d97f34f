using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Products;

namespace ProdSales.Simulation.Production;

/// <summary>The work centres and the routing of every machine through them; capacity follows the expected load once a year.</summary>
internal sealed class Plant
{
    private const double PlannedUtilisation = 0.80;

    private const double PaintMinutes = 45;

    private const double InspectionMinutes = 25;

    private const double MachinesPerWorkOrder = 1.4;

    private const double ShiftMinutes = 480;

    private readonly Company _company;
    private readonly Volumes _volumes;
    private readonly Dictionary<string, Operation[]> _routings = new(StringComparer.Ordinal);
    private readonly WorkCentreState _paint;
    private readonly WorkCentreState _inspection;
    private long _rowVersion;

    internal Plant(Company company, Volumes volumes)
    {
        _company = company;
        _volumes = volumes;
        _paint = Centre("G-PA", "涂装中心", ProductionLine.Shared, 105, PaintMinutes);
        _inspection = Centre("G-IN", "整机检测", ProductionLine.Shared, 90, InspectionMinutes);
        foreach (ProductionLine line in ProductionLine.All.Where(line => line != ProductionLine.Shared))
        {
            _routings[line.ProductLine] =
            [
                new(Operation.Welding, "下料焊接", Centre($"{line.Code}-WE", $"{line.Name}焊接", line, 96, line.WeldMinutes), line.WeldMinutes, 24),
                new(20, "涂装", _paint, PaintMinutes, 8),
                new(30, "总装", Centre($"{line.Code}-AS", $"{line.Name}总装", line, 82, line.AssemblyMinutes), line.AssemblyMinutes, 18),
                new(Operation.Testing, "调试", Centre($"{line.Code}-TE", $"{line.Name}调试", line, 110, line.TestMinutes), line.TestMinutes, 5),
                new(Operation.Inspection, "终检", _inspection, InspectionMinutes, 3),
            ];
        }

        Centres = [.. _routings.Values.SelectMany(routing => routing).Select(operation => operation.Centre).Distinct()];
    }

    internal IReadOnlyList<WorkCentreState> Centres { get; }

    internal IReadOnlyList<Operation> RoutingOf(CatalogueItem machine) => _routings[machine.Line];

    /// <summary>The first centre of a line, whose queue shows how busy the line is.</summary>
    internal WorkCentreState FirstOf(ProductionLine line) => _routings[line.ProductLine][0].Centre;

    /// <summary>Sets the capacity of a year from its share of the expected demand.</summary>
    /// <returns>The new versions of the master records.</returns>
    internal IEnumerable<WorkCentre> PlanYear(DateOnly from)
    {
        DateOnly to = from.AddYears(1).AddDays(-1);
        double share = _company.Demand.ShareOf(from, to < _company.Last ? to : _company.Last);
        int workdays = Enumerable.Range(0, Math.Min(to.DayNumber, _company.Last.DayNumber) - from.DayNumber + 1)
            .Count(index => PlantCalendar.IsWorkday(from.AddDays(index)));
        _rowVersion++;
        foreach (WorkCentreState centre in Centres)
        {
            centre.UsualMinutes = Load(centre) * share / workdays / PlannedUtilisation;
            centre.Lanes = Math.Max(1, (int)Math.Ceiling(centre.UsualMinutes / ShiftMinutes));
            yield return Row(centre, from);
        }
    }

    private double Load(WorkCentreState centre) => _routings.Sum(routing => routing.Value
        .Where(operation => operation.Centre == centre)
        .Sum(operation => _volumes.MachinesOf(routing.Key) * (operation.UnitMinutes + (operation.SetupMinutes / MachinesPerWorkOrder))));

    private WorkCentreState Centre(string id, string name, ProductionLine line, double hourlyCost, double longestUnit) =>
        new(id + _company.Works.Mark, name, line, hourlyCost, Crew(line, id), longestUnit);

    /// <summary>The people of a line who work at one of its centres and at no other.</summary>
    private Person[] Crew(ProductionLine line, string centreId)
    {
        int share = centreId[^2..] switch { "WE" or "PA" => 0, "AS" or "IN" => 1, _ => 2 };
        return [.. _company.Staff.Operators[line.Code].Where((_, index) => index % (line == ProductionLine.Shared ? 2 : 3) == share)];
    }

    private WorkCentre Row(WorkCentreState centre, DateOnly from) => new()
    {
        SourceSystem = Origin.System,
        SourceId = centre.Id,
        Version = _rowVersion,
        Name = centre.Name,
        EffectiveDate = _rowVersion == 1 ? null : from,
        ProductionLine = centre.Line.Name,
        Plant = _company.Works.Plant,
        Lanes = centre.Lanes,
        HourlyCost = Money.Of(centre.HourlyCost),
        AvailableHoursPerWeek = Math.Round(centre.UsualMinutes * 5 / 60, 1),
        Currency = Origin.Currency,
    };
}
