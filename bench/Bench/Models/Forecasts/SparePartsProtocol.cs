using System.Globalization;
using ProdSales.Forecasting.Accuracy;
using ProdSales.Forecasting.Intermittent;

namespace ProdSales.Bench.Models.Forecasts;

/// <summary>F8: seldom demand of spare parts, and stock for it.</summary>
internal sealed class SparePartsProtocol : IProtocol
{
    private const int Known = 39;
    private const int Horizon = 12;
    private const int LeadTime = 3;
    private const double Service = 0.95;
    private const string File = "carparts/carparts.csv";

    /// <inheritdoc/>
    public string Id => "F8";

    /// <inheritdoc/>
    public string Question =>
        "Monthly spare parts without gaps and with two demands in the first 39 months; the last 12 held out. Bias and WAPE are of the 12-month sums; service is the share of 3-month spans whose demand stock holds, stock is in spans' demand.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => data.Absent(File);

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        List<double[]> parts = [.. Parts(data).Where(part => part.Length == Known + Horizon && part[..Known].Count(value => value > 0) >= 2)];
        double[][] known = [.. parts.Select(part => part[..Known])];
        DemandPool pool = DemandPool.Learn(known, Horizon);
        double[][] held = [.. parts.Select(part => part[Known..])];
        double[] rates = [.. known.Select(part => pool.Rate(part))];
        double[] sums = [.. held.Select(part => part.Sum())];
        double[] forecasts = [.. rates.Select(rate => Horizon * rate)];
        string note = $"{parts.Count} parts";
        yield return new Figure("RMSSE", Enumerable.Range(0, parts.Count).Select(at => ForecastError.Rmsse(held[at], Flat(rates[at]), known[at])).Where(double.IsFinite).Average(), Bar.AtMost(0.706, 0.690, 0.685), note);
        yield return new Figure("absolute bias", Math.Abs(DemandError.Bias(sums, forecasts)), Bar.AtMost(0.25, 0.10, 0.05), note);
        yield return new Figure("WAPE of 12-month sums", DemandError.Wape(sums, forecasts), Bar.AtMost(0.83, 0.70, 0.66), note);
        foreach (StockPolicy policy in Enum.GetValues<StockPolicy>())
        {
            StockRule rule = StockRule.Learn(known, LeadTime, Service, Horizon, policy);
            int[] stocks = [.. known.Select(part => rule.Stock(part))];
            double[][] spans = [.. held.Select(part => Enumerable.Range(0, Horizon / LeadTime).Select(span => part[(span * LeadTime)..((span + 1) * LeadTime)].Sum()).ToArray())];
            double served = spans.Select((part, at) => part.Count(demand => demand <= stocks[at])).Sum() / (double)spans.Sum(part => part.Length);
            double stock = stocks.Sum() * (Horizon / LeadTime) / sums.Sum();
            string name = policy.ToString().ToLowerInvariant();
            bool isService = served is >= 0.94 and <= 0.97;
            yield return new Figure($"service at 95 %, {name} approach", served, Bar.Near(0.955, 0.015, 0.015, 0.015), note);
            yield return new Figure($"stock over demand, {name} approach", stock, isService ? Bar.AtMost(4.0, 3.6, 3.3) : null, string.Create(CultureInfo.InvariantCulture, $"at service {served:0.000}"));
        }
    }

    private static double[] Flat(double rate)
    {
        double[] flat = new double[Horizon];
        Array.Fill(flat, rate);
        return flat;
    }

    // One column a part, one row a month; a part with a gap is left out.
    private static IEnumerable<double[]> Parts(DataFolder data)
    {
        using StreamReader reader = data.OpenText(File);
        int count = reader.ReadLine()!.Split(',').Length;
        List<double>[] parts = [.. Enumerable.Range(0, count).Select(_ => new List<double>())];
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split(',');
            for (int at = 0; at < count; at++)
            {
                parts[at].Add(double.TryParse(fields[at], CultureInfo.InvariantCulture, out double value) ? value : double.NaN);
            }
        }

        return parts.Where(part => !part.Exists(double.IsNaN)).Select(part => part.ToArray());
    }
}
