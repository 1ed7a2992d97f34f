namespace ProdSales.Planning.Methods;

/// <summary>What the last year shows of sales that came from deals.</summary>
/// <param name="ShareOfDeals">The share of each leaf's sales that came from deals, by leaf; the share of all stands for leaves without sales.</param>
/// <param name="ShareOfAll">The share of all sales.</param>
/// <param name="Unborn">The share of deals' sales that came from deals opened less than so many months before, by months from 0 on, rising to 1.</param>
/// <param name="Booked">What was booked for each unit of money that won deals were said to be worth.</param>
internal sealed record DealPast(IReadOnlyDictionary<string, double> ShareOfDeals, double ShareOfAll, double[] Unborn, double Booked);
