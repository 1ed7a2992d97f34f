using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Fulfilment;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Products;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Service;

/// <summary>All machines in service: they come from deliveries, run, fail now and then, and are taken out of service when they are
/// old.</summary>
internal sealed class Fleet(Company company, TicketDesk tickets, ContractDesk contracts)
{
    private const double OlderMachinesPerOrderLine = 0.04;

    private const double QuestionsAMonth = 0.006;

    private readonly RandomFamily _machines = new(company.Options.Seed, "machines");
    private readonly RandomFamily _months = new(company.Options.Seed, "machine months");
    private readonly Agenda<(CatalogueItem Item, Buyer Owner, string? Lot)> _installations = new();
    private readonly ConfigurationDesk _configurations = new(company);
    private readonly Telemetry _telemetry = new(company);
    private List<Machine> _inService = [];
    private long _count = company.Works.NumbersAfter;

    /// <summary>Writes the machines delivered before the first day.</summary>
    internal void TakeOver()
    {
        RandomFamily older = new(company.Options.Seed, "older machines");
        int count = (int)(company.Options.ExpectedOrderLines * OlderMachinesPerOrderLine);
        for (int index = 0; index < count; index++)
        {
            RandomStream dice = older.For(index);
            Buyer? owner = company.Buyers.Draw(dice, company.First);
            DateOnly installed = company.First.AddDays(-dice.Whole(20, 1500));
            if (owner is not null)
            {
                Add(company.Catalogue.Machines.Draw(dice), owner, null, installed);
            }
        }
    }

    /// <summary>Has the machines of a delivery installed within some days.</summary>
    internal void PutIntoService(Shipment shipment, DateOnly day)
    {
        Promise promise = shipment.Promise;
        for (int piece = 0; piece < shipment.Quantity; piece++)
        {
            int wait = _machines.For(-promise.Number, promise.Delivered + piece).Whole(0, 4);
            _installations.Add(day.AddDays(wait), (promise.Item, promise.Buyer, shipment.Lots[piece]));
        }
    }

    internal void Live(DateOnly day)
    {
        if (day.Day == 1 || day == company.First)
        {
            Retire(day);
            foreach (Machine machine in _inService)
            {
                Run(machine, day);
            }
        }

        foreach ((CatalogueItem item, Buyer owner, string? lot) in _installations.Take(day))
        {
            Machine machine = Add(item, owner, lot, day);
            Run(machine, day);
            contracts.Offer(machine, day);
        }

        _telemetry.Live(day, _inService);
    }

    private Machine Add(CatalogueItem item, Buyer owner, string? lot, DateOnly installed)
    {
        long number = ++_count;
        RandomStream dice = _machines.For(number);
        Machine machine = new(number, item, owner, lot, installed, installed.AddMonths(dice.Chance(0.3) ? 24 : 12).AddDays(-1));
        string options = Configurations.Draw(item, dice);
        machine.ConfigurationId = _configurations.IdOf(machine, options);
        company.Rows.Add(machine.Row(options, null));
        company.Installed?.Invoke(machine);
        _inService.Add(machine);
        return machine;
    }

    /// <summary>Runs a machine from a day to the end of its month, as far as that is known.</summary>
    private void Run(Machine machine, DateOnly from)
    {
        DateOnly month = from.AddDays(1 - from.Day);
        DateOnly end = month.AddMonths(1).AddDays(-1);
        end = end < company.Last ? end : company.Last;
        RandomStream dice = _months.For(machine.Number, SalesMonth(month));
        int days = end.DayNumber - from.DayNumber + 1;
        double hours = Wear.Hours(machine, days, dice);
        int failures = dice.Poisson(hours * Wear.FailuresAnHour(machine, from, company.Causes));
        company.Rows.Add(Row(machine, month, hours, failures, machine.MonthsInService(month)));
        for (int failure = 0; failure < failures; failure++)
        {
            tickets.Note(machine, from.AddDays(dice.Whole(0, days - 1)), isFailure: true);
        }

        if (dice.Chance(QuestionsAMonth))
        {
            tickets.Note(machine, from.AddDays(dice.Whole(0, days - 1)), isFailure: false);
        }
    }

    private static int SalesMonth(DateOnly month) => (month.Year * 12) + month.Month;

    private static DeviceMonth Row(Machine machine, DateOnly month, double hours, int failures, int age) => new()
    {
        SourceSystem = Origin.System,
        SourceId = $"{machine.Id}@{month:yyyyMM}",
        Month = month,
        DeviceId = machine.Id,
        ProductId = machine.Item.Id,
        ConfigurationId = machine.ConfigurationId,
        CustomerId = machine.Owner.Id,
        OperatingHours = hours,
        Failures = failures,
        MonthsInService = age,
    };

    private void Retire(DateOnly day)
    {
        List<Machine> staying = new(_inService.Count);
        foreach (Machine machine in _inService)
        {
            if (machine.MonthsInService(day) > Wear.MonthsUntilOld && _machines.For(machine.Number, day.DayNumber).Chance(Wear.RetiredAMonth))
            {
                machine.RetiredOn = day;
                company.Rows.Add(machine.Row(Configurations.Draw(machine.Item, Rebuilt(machine)), day));
            }
            else
            {
                staying.Add(machine);
            }
        }

        _inService = staying;
    }

    /// <summary>The stream of a machine just before its configuration was drawn.</summary>
    private RandomStream Rebuilt(Machine machine)
    {
        RandomStream dice = _machines.For(machine.Number);
        dice.Next();
        return dice;
    }
}
