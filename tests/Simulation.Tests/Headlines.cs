using ProdSales.Feeds;

namespace ProdSales.Simulation.Tests;

/// <summary>The headline numbers of a company, added up while its rows pass by, so that a large one can be looked at as well.</summary>
internal sealed class Headlines
{
    private readonly Dictionary<string, (DateOnly Promise, decimal Missing)> _promises = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(DateOnly Day, decimal Quantity)>> _delivered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _isGone = new(StringComparer.Ordinal);
    private readonly List<double> _responses = [];
    private (double Worked, double Planned) _capacity;
    private (int Won, int Decided) _deals;
    private (decimal Net, decimal Cost) _sales;
    private (int Content, int Answered) _surveys;
    private (decimal Scrapped, decimal Made) _scrap;
    private (decimal Reworked, decimal Tested) _rework;
    private (int Renewed, int Decided) _terms;
    private (decimal Target, decimal Sold) _quota;

    internal Headlines(DemoOptions options)
    {
        foreach (FeedRow row in new DemoCompany(options).Rows())
        {
            Rows++;
            Take(row, options.LastDay);
        }
    }

    internal int Rows { get; private set; }

    /// <summary>Every number by its name.</summary>
    internal Dictionary<string, double> All => new(StringComparer.Ordinal)
    {
        ["on-time delivery"] = _promises.Count(line => OnTime(line.Key, line.Value)) / (double)_promises.Count,
        ["capacity utilisation"] = _capacity.Worked / _capacity.Planned,
        ["win rate"] = _deals.Won / (double)_deals.Decided,
        ["gross margin rate"] = 1 - (double)(_sales.Cost / _sales.Net),
        ["first-pass yield"] = 1 - (double)(_rework.Reworked / _rework.Tested),
        ["scrap rate"] = (double)(_scrap.Scrapped / _scrap.Made),
        ["satisfaction"] = _surveys.Content / (double)_surveys.Answered,
        ["first response in minutes"] = _responses.Order().ElementAt(_responses.Count / 2),
        ["customers gone"] = _isGone.Values.Count(gone => gone) / (double)_isGone.Count,
        ["contracts renewed"] = _terms.Renewed / (double)_terms.Decided,
        ["quota attained"] = (double)(_quota.Sold / _quota.Target),
    };

    private bool OnTime(string line, (DateOnly Promise, decimal Missing) promise) =>
        _delivered.GetValueOrDefault(line)?.Where(delivery => delivery.Day <= promise.Promise).Sum(delivery => delivery.Quantity) >= promise.Missing;

    private void Take(FeedRow row, DateOnly last)
    {
        switch (row)
        {
            case ScheduleLine line when line.IsCancelled is not true && line.FirstCommitDate < last:
                _promises.Add(line.SourceId, (line.FirstCommitDate, line.OrderedQuantity));
                break;
            case Delivery delivery:
                (_delivered.TryGetValue(delivery.ScheduleLineId, out var known) ? known : _delivered[delivery.ScheduleLineId] = [])
                    .Add((delivery.DeliveredDate, delivery.Quantity));
                break;
            case SalesOrderLine line when line.IsCancelled is not true:
                decimal rate = (decimal)line.ExchangeRate!.Value;
                _sales = (_sales.Net + (line.NetAmount * rate), _sales.Cost + (line.CostAmount!.Value * rate));
                _quota.Sold += line.NetAmount * rate;
                break;
            case Target target when target.Measure == "revenue":
                _quota.Target += target.TargetValue;
                break;
            case Customer customer:
                _isGone[customer.SourceId] = customer.IsActive is false;
                break;
            default:
                TakeOther(row);
                break;
        }
    }

    private void TakeOther(FeedRow row)
    {
        switch (row)
        {
            case WorkCentreDay day:
                _capacity = (_capacity.Worked + day.ActualProductionMinutes!.Value + day.SetupMinutes!.Value, _capacity.Planned + day.PlannedBusyMinutes);
                break;
            case Opportunity { Outcome: not "open" } deal:
                _deals = (_deals.Won + (deal.Outcome == "won" ? 1 : 0), _deals.Decided + 1);
                break;
            case Survey { Csat: { } csat }:
                _surveys = (_surveys.Content + (csat >= 4 ? 1 : 0), _surveys.Answered + 1);
                break;
            case WorkOrder { Status: "finished" } order:
                _scrap = (_scrap.Scrapped + order.ScrappedQuantity!.Value, _scrap.Made + order.OrderedQuantity);
                break;
            case OperationReport { OperationSequence: 40 } report:
                _rework = (_rework.Reworked + report.ReworkQuantity!.Value, _rework.Tested + report.GoodQuantity!.Value);
                break;
            case ContractTerm { RenewedAmount: { } amount }:
                _terms = (_terms.Renewed + (amount > 0 ? 1 : 0), _terms.Decided + 1);
                break;
            case Ticket { FirstResponseMinutes: { } minutes }:
                _responses.Add(minutes);
                break;
        }
    }
}
