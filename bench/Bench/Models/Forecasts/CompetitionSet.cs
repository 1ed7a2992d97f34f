using System.Globalization;
using ProdSales.Forecasting;

namespace ProdSales.Bench.Models.Forecasts;

/// <summary>Reads sets of series laid out as M3 is: NAME_series.csv tells period and horizon, NAME_values.csv the values of the training and the test part.</summary>
internal static class CompetitionSet
{
    private const string Listing = "_series.csv";

    /// <summary>The sets of a folder, each as folder/NAME.</summary>
    internal static IEnumerable<string> Of(DataFolder data) =>
        Directory.EnumerateDirectories(data.PathOf("."))
            .SelectMany(folder => Directory.EnumerateFiles(folder, $"*{Listing}").Select(file => $"{Path.GetFileName(folder)}/{Path.GetFileName(file)[..^Listing.Length]}"))
            .Where(set => data.Has($"{set}_values.csv"))
            .Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>The set of that name, whatever its folder is called; null when it is absent.</summary>
    internal static string? Named(DataFolder data, string name) =>
        Of(data).FirstOrDefault(set => set.EndsWith($"/{name}", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the series whose test values are there and whose training part has no gap.</summary>
    internal static List<CompetitionSeries> Read(DataFolder data, string set)
    {
        (Dictionary<string, List<double>> known, Dictionary<string, List<double>> held) = Values(data, $"{set}_values.csv");
        List<CompetitionSeries> series = [];
        int index = 0;
        foreach (string[] row in Rows(data, $"{set}{Listing}"))
        {
            index++;
            (string id, string group, int period) = (row[0], row[1].ToUpperInvariant(), int.Parse(row[3], CultureInfo.InvariantCulture));
            if (held.TryGetValue(id, out List<double>? test) && known.TryGetValue(id, out List<double>? train) && !train.Exists(double.IsNaN))
            {
                series.Add(new CompetitionSeries(index, group, new Series(id, [.. train], period), [.. test], period));
            }
        }

        return series;
    }

    private static (Dictionary<string, List<double>> Known, Dictionary<string, List<double>> Held) Values(DataFolder data, string file)
    {
        Dictionary<string, List<double>> known = [];
        Dictionary<string, List<double>> held = [];
        foreach (string[] row in Rows(data, file))
        {
            Dictionary<string, List<double>> part = row[2] == "train" ? known : held;
            if (!part.TryGetValue(row[0], out List<double>? values))
            {
                part[row[0]] = values = [];
            }

            values.Add(double.TryParse(row[3], CultureInfo.InvariantCulture, out double value) ? value : double.NaN);
        }

        return (known, held);
    }

    // Descriptions may hold commas, but stand in the last column.
    private static IEnumerable<string[]> Rows(DataFolder data, string file)
    {
        using StreamReader reader = data.OpenText(file);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return [.. line.Split(',').Select(field => field.Trim('"'))];
        }
    }
}
