using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Deals;
using ProdSales.Simulation.Finance;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Planted;
using ProdSales.Simulation.Products;
using ProdSales.Simulation.Service;

namespace ProdSales.Simulation;

/// <summary>What every part of one works of the demo company shares: its calendar, people, customers, products, and where its rows go.</summary>
internal sealed class Company
{
    /// <summary>Days before the first day in which the sales pipeline fills; the longest deals are longer still.</summary>
    private const int PipelineDays = 150;

    internal Company(DemoOptions options, Works works, IRowSink rows)
    {
        Whole = options;
        Works = works;
        Options = works.ShareOf(options);
        Rows = rows;
        Demand = new DemandCurve(options.FirstDay, options.LastDay, PipelineDays);
        Staff = new Staff(Options, works);
        Buyers = new BuyerBook(Options, works, Staff);
        Catalogue = new Catalogue(options);
        Causes = new PlantedCauses(options, works, Buyers);
        Rates = new ExchangeRates(options.Seed);
    }

    /// <summary>Gets the options of the whole company.</summary>
    internal DemoOptions Whole { get; }

    /// <summary>Gets the works that is told.</summary>
    internal Works Works { get; }

    /// <summary>Gets the options of this works: its share of the whole.</summary>
    internal DemoOptions Options { get; }

    internal IRowSink Rows { get; }

    internal DemandCurve Demand { get; }

    internal Staff Staff { get; }

    internal BuyerBook Buyers { get; }

    internal Catalogue Catalogue { get; }

    internal PlantedCauses Causes { get; }

    internal ExchangeRates Rates { get; }

    /// <summary>Gets or sets who is told of every deal as it is planned; null when nobody is.</summary>
    internal Action<Deal>? Planned { get; set; }

    /// <summary>Gets or sets who is told of every machine as it comes into service; null when nobody is.</summary>
    internal Action<Machine>? Installed { get; set; }

    internal DateOnly First => Demand.First;

    internal DateOnly Last => Demand.Last;

    /// <summary>A day as far as it is known: null when it lies after the last day.</summary>
    internal DateOnly? Known(DateOnly? day) => day <= Last ? day : null;

    /// <summary>An instant as far as it is known: null when it lies after the last day.</summary>
    internal DateTime? Known(DateTime? instant) => instant < Clock.At(Last.AddDays(1), 0) ? instant : null;
}
