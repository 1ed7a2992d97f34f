using ProdSales.Forecasting.Accuracy;
using ProdSales.Forecasting.Members;
using ProdSales.Support;
using Xunit.Abstractions;

namespace ProdSales.Forecasting.Tests;

/// <summary>Members that the M3 competition had are held against the forecasts that were handed in there.</summary>
public sealed class PublishedForecastTests(ITestOutputHelper output)
{
    /// <summary>Where there is no season, nothing but the smoothing constant can differ.</summary>
    [SharedDataTheory]
    [InlineData("naive2", "NAIVE2", 0.0001, 0.99)]
    [InlineData("theta", "THETA", 0.06, 0.75)]
    public void A_member_makes_the_forecasts_that_were_handed_in(string name, string method, double tolerance, double leastShare)
    {
        Dictionary<string, double[]> published = M3Series.Published(method);
        M3Series[] series = [.. M3Series.Read().Where(one => one.Period == 1)];
        Dictionary<string, double[]> ours = By(name, series);

        double share = series.Count(one => ForecastError.Smape(published[one.Id], ours[one.Id]) / 100 <= tolerance) / (double)series.Length;

        output.WriteLine($"{share:0.000} of {series.Length} series within {tolerance}");
        Assert.True(share >= leastShare, $"{share:0.000}");
    }

    /// <summary>With seasons, the competition's own test and indices differ from those of the M4 code, but on the whole both are as good.</summary>
    [SharedDataTheory]
    [InlineData("naive2", "NAIVE2")]
    [InlineData("theta", "THETA")]
    public void A_member_is_as_good_as_what_was_handed_in(string name, string method)
    {
        List<M3Series> series = M3Series.Read();

        (double smape, double mase) = Means(series, By(name, series));
        (double publishedSmape, double publishedMase) = Means(series, M3Series.Published(method));

        output.WriteLine($"sMAPE {smape:0.00} against {publishedSmape:0.00}, MASE {mase:0.000} against {publishedMase:0.000}");
        Assert.InRange(smape / publishedSmape, 0.98, 1.02);
        Assert.InRange(mase / publishedMase, 0.98, 1.02);
    }

    /// <summary>The published table is of all 3,003 series; of the half that is here the ratios lie near it, of all of them on it.</summary>
    [SharedDataTheory]
    [InlineData("THETA", 0.852)]
    [InlineData("COMB_S_H_D", 0.878)]
    [InlineData("ForecastPro", 0.883)]
    [InlineData("DAMPEN", 0.896)]
    public void Published_methods_have_their_published_accuracy(string method, double expected)
    {
        List<M3Series> series = M3Series.Read();
        (double smape, double mase) = Means(series, M3Series.Published(method));
        (double smapeNaive, double maseNaive) = Means(series, M3Series.Published("NAIVE2"));

        double overall = 0.5 * ((smape / smapeNaive) + (mase / maseNaive));

        output.WriteLine($"{method}: sMAPE {smape:0.00} MASE {mase:0.000} OWA {overall:0.000}");
        double tolerance = series.Count == 3003 ? 0.001 : 0.022;
        Assert.InRange(overall, expected - tolerance, expected + tolerance);
    }

    private static Dictionary<string, double[]> By(string name, IEnumerable<M3Series> series)
    {
        Forecaster forecaster = new();
        return series.ToDictionary(one => one.Id, one => forecaster.ForecastBy(MemberCatalogue.Of(name), one.Known, one.Period, one.Held.Length)!);
    }

    private static (double Smape, double Mase) Means(List<M3Series> series, Dictionary<string, double[]> forecasts) => (
        series.Average(one => ForecastError.Smape(one.Held, forecasts[one.Id])),
        series.Select(one => ForecastError.Mase(one.Held, forecasts[one.Id], one.Known, one.Period)).Where(double.IsFinite).Average());
}
