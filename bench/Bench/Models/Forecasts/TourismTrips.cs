using System.Globalization;
using ProdSales.Forecasting.Reconciliation;

namespace ProdSales.Bench.Models.Forecasts;

/// <summary>Trips within Australia by quarter, with every sum over region, state and purpose.</summary>
internal sealed class TourismTrips
{
    private static readonly (string, int[])[] Cuts = [("total", []), ("state", [1]), ("purpose", [2]), ("state and purpose", [1, 2]), ("region", [0, 1])];

    private TourismTrips(Hierarchy hierarchy, double[][] nodes)
    {
        (Hierarchy, Nodes) = (hierarchy, nodes);
    }

    /// <summary>Gets the hierarchy.</summary>
    internal Hierarchy Hierarchy { get; }

    /// <summary>Gets the values of each node, one a quarter.</summary>
    internal double[][] Nodes { get; }

    /// <summary>Gets the number of quarters.</summary>
    internal int Quarters => Nodes[0].Length;

    /// <summary>Reads them.</summary>
    internal static TourismTrips Read(DataFolder data)
    {
        List<(string Quarter, string[] Leaf, double Trips)> rows = [.. Rows(data)];
        string[][] leaves = [.. rows.Select(row => row.Leaf).DistinctBy(leaf => string.Join('|', leaf))];
        string[] quarters = [.. rows.Select(row => row.Quarter).Distinct().Order(StringComparer.Ordinal)];
        Dictionary<string, int> leafAt = leaves.Select((leaf, at) => (Key: string.Join('|', leaf), at)).ToDictionary(entry => entry.Key, entry => entry.at);
        double[][] ofQuarters = [.. quarters.Select(_ => new double[leaves.Length])];
        foreach ((string quarter, string[] leaf, double trips) in rows)
        {
            ofQuarters[Array.BinarySearch(quarters, quarter, StringComparer.Ordinal)][leafAt[string.Join('|', leaf)]] = trips;
        }

        Hierarchy hierarchy = Hierarchy.Of(leaves, Cuts);
        double[][] sums = [.. ofQuarters.Select(values => hierarchy.Sum(values))];
        return new TourismTrips(hierarchy, [.. Enumerable.Range(0, hierarchy.Count).Select(node => sums.Select(quarter => quarter[node]).ToArray())]);
    }

    // Quarter, region (quoted where it holds a comma), state, purpose, trips.
    private static IEnumerable<(string Quarter, string[] Leaf, double Trips)> Rows(DataFolder data)
    {
        using StreamReader reader = data.OpenText("austourism/tourism.csv");
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split(',');
            string region = string.Join(',', fields[1..^3]).Trim('"');
            yield return (fields[0], [region, fields[^3], fields[^2]], double.Parse(fields[^1], CultureInfo.InvariantCulture));
        }
    }
}
