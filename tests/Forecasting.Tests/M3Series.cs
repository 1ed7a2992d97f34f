using System.Globalization;
using System.IO.Compression;
using ProdSales.Support;

namespace ProdSales.Forecasting.Tests;

/// <summary>The M3 competition: training values, and test values and published forecasts of the series with an even number.</summary>
internal sealed record M3Series(string Id, string Group, int Period, double[] Known, double[] Held)
{
    private static readonly string Folder = Path.Combine(Repository.SharedData ?? "", "m3");

    /// <summary>The series whose test values are there.</summary>
    internal static List<M3Series> Read()
    {
        Dictionary<string, (List<double> Known, List<double> Held)> values = [];
        foreach (string[] row in Rows("M3_values.csv.gz"))
        {
            if (!values.TryGetValue(row[0], out (List<double> Known, List<double> Held) parts))
            {
                values[row[0]] = parts = ([], []);
            }

            (row[2] == "train" ? parts.Known : parts.Held).Add(double.Parse(row[3], CultureInfo.InvariantCulture));
        }

        return
        [
            .. File.ReadLines(Path.Combine(Folder, "M3_series.csv")).Skip(1).Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(','))
                .Where(row => values[row[0]].Held.Count > 0)
                .Select(row => new M3Series(row[0], row[1], int.Parse(row[3], CultureInfo.InvariantCulture), [.. values[row[0]].Known], [.. values[row[0]].Held])),
        ];
    }

    /// <summary>The published forecasts of a method, by series.</summary>
    internal static Dictionary<string, double[]> Published(string method) => Rows($"forecast_{method}.csv.gz").ToDictionary(
        row => row[0], row => row.Skip(1).Where(cell => cell != "NA").Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray());

    private static IEnumerable<string[]> Rows(string file)
    {
        using StreamReader reader = new(new GZipStream(File.OpenRead(Path.Combine(Folder, file)), CompressionMode.Decompress));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }
}
