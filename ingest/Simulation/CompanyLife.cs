using ProdSales.Simulation.Deals;
using ProdSales.Simulation.Finance;
using ProdSales.Simulation.Fulfilment;
using ProdSales.Simulation.Interfaces;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Production;
using ProdSales.Simulation.Projects;
using ProdSales.Simulation.Sales;
using ProdSales.Simulation.Service;
using ProdSales.Simulation.Stock;

namespace ProdSales.Simulation;

/// <summary>Tells the life of one works of the demo company day by day; each part hands its rows on as they come about.</summary>
internal sealed class CompanyLife
{
    private readonly Company _company;
    private readonly Volumes _volumes;
    private readonly Plant _plant;
    private readonly StockLedger _stock;
    private readonly Purchasing _purchasing;
    private readonly ShopFloor _floor;
    private readonly PlanFlow _plans;
    private readonly LeadFlow _leads;
    private readonly Pipeline _pipeline;
    private readonly RepeatOrders _repeatOrders;
    private readonly OrderDesk _orders;
    private readonly CustomerCare _care;
    private readonly PromiseDesk _promises;
    private readonly Picking _picking;
    private readonly FinishedGoods _goods;
    private readonly DeliveryDesk _deliveries;
    private readonly InvoiceDesk _invoices;
    private readonly ExpenseFlow _expenses;
    private readonly TargetFlow _targets;
    private readonly TicketDesk _tickets;
    private readonly ContractDesk _contracts;
    private readonly Fleet _fleet;
    private readonly SyncLog _interfaces;

    internal CompanyLife(Company company, SalesDiary diary)
    {
        _company = company;
        _volumes = new Volumes(_company);
        _plant = new Plant(_company, _volumes);
        _stock = new StockLedger(_company);
        QualityRecords quality = new(_company);
        _purchasing = new Purchasing(_company, _stock, quality);
        _floor = new ShopFloor(_company, _plant, _stock, quality);
        Shipping shipping = new(_company);
        _picking = new Picking(_stock, shipping);
        _goods = new FinishedGoods(_stock, shipping);
        _promises = new PromiseDesk(_company, _floor, _picking, shipping, new ProjectDesk(_company));
        _invoices = new InvoiceDesk(_company);
        SurveyDesk surveys = new(_company);
        _tickets = new TicketDesk(_company, new VisitDesk(_company, _stock), surveys, quality);
        _contracts = new ContractDesk(_company);
        _fleet = new Fleet(_company, _tickets, _contracts);
        _deliveries = new DeliveryDesk(_company, shipping, _promises, _invoices, _fleet);
        Basket basket = new(_company);
        MachineDiary machines = new();
        _pipeline = new Pipeline(_company, new OpportunityRecords(_company), new QuoteRecords(_company));
        _leads = new LeadFlow(_company, new DealPlanner(_company, basket), _pipeline);
        _repeatOrders = new RepeatOrders(_company, basket);
        _orders = new OrderDesk(_company, _promises, diary, machines);
        _care = new CustomerCare(_company, _repeatOrders, surveys);
        _plans = new PlanFlow(_company, _volumes, machines);
        _expenses = new ExpenseFlow(_company);
        _targets = new TargetFlow(_company);
        _interfaces = new SyncLog(_company);
    }

    /// <summary>Tells all days.</summary>
    /// <returns>Each day as soon as its rows are handed on; with the last one comes what is then still open.</returns>
    internal IEnumerable<DateOnly> Days()
    {
        Open();
        for (DateOnly day = _company.Demand.Start; day < _company.First; day = day.AddDays(1))
        {
            _leads.Live(day);
        }

        for (DateOnly day = _company.First; day <= _company.Last; day = day.AddDays(1))
        {
            Live(day);
            if (day == _company.Last)
            {
                Close();
            }

            yield return day;
        }
    }

    private void Open()
    {
        if (_company.Works.IsFirst)
        {
            OpenCompany();
        }

        AddAll(_company.Staff.RowsAtStart());
        AddAll(StockPlaces.Rows(_company.Works));
        _care.Open();
        _purchasing.OpenStock(_volumes);
        _contracts.TakeOver();
        _fleet.TakeOver();
    }

    private void OpenCompany()
    {
        AddAll(OrganisationChart.Rows());
        AddAll(_company.Catalogue.RowsAtStart());
        AddAll(_company.Catalogue.BomVersionRows(_company.First));
        AddAll(_company.Catalogue.BomRows(_company.First));
        AddAll(Production.Operation.Rows());
        AddAll(Campaigns.Rows(_company.Demand.Start));
        AddAll(ReasonTree.Rows());
        AddAll(FaultTree.Rows());
        AddAll(Scenarios.Rows());
        AddAll(Baselines.Rows(_company.First));
        AddAll(SupplierBook.Rows());
        AddAll(SalesStage.Rows());
    }

    private void Live(DateOnly day)
    {
        BeginDay(day);
        _care.Live(day);
        _purchasing.Live(day);
        _leads.Live(day);
        TakeOrders(day);
        _floor.Live(day);
        _plans.Note(_floor.FinishedToday);
        _goods.TakeIn(_floor.FinishedToday, day);
        _goods.Send(day);
        _picking.Live(day);
        _promises.Review(day);
        _deliveries.Live(day);
        _invoices.Live(day);
        _fleet.Live(day);
        _tickets.Live(day);
        _contracts.Live(day);
        EndDay(day);
    }

    private void BeginDay(DateOnly day)
    {
        if (day.Month == _company.First.Month && day.Day == _company.First.Day)
        {
            AddAll(_plant.PlanYear(day));
        }

        if (day is { Month: 1, Day: 1 })
        {
            FeedRow[] prices = [.. _company.Catalogue.Reprice(day)];
            AddAll(_company.Works.IsFirst ? prices : []);
        }

        _targets.Live(day);
        if (day.Day == 1 || day == _company.First)
        {
            _plans.Plan(day);
        }

    }

    private void EndDay(DateOnly day)
    {
        _stock.WriteDay(day);
        if (_company.Works.IsFirst)
        {
            _interfaces.Live(day);
        }

        if (day == _company.Last || day.AddDays(1).Day == 1)
        {
            _plans.WriteMonth(day);
            if (_company.Works.IsFirst)
            {
                _expenses.WriteMonth(day);
            }
        }
    }

    private void TakeOrders(DateOnly day)
    {
        foreach (Deal deal in _pipeline.WonOn(day))
        {
            _orders.Book(deal.Buyer, deal.Lines, day, deal.Id);
        }

        foreach ((Buyer buyer, List<SaleLine> lines) in _repeatOrders.On(day))
        {
            _orders.Book(buyer, lines, day, null);
        }
    }

    private void Close()
    {
        _promises.Close();
        _floor.Close();
        _purchasing.Close();
        _tickets.Close();
        _contracts.Close();
    }

    private void AddAll(IEnumerable<FeedRow> rows)
    {
        foreach (FeedRow row in rows)
        {
            _company.Rows.Add(row);
        }
    }
}
