using System.Globalization;
using ProdSales.Forecasting;

namespace ProdSales.Bench.Models.Forecasts;

/// <summary>Reads the sets of the M4 competition: one row a series, its id and then its values, rows of different length.</summary>
internal static class WideSet
{
    /// <summary>Reads the training file, and the test file where it is there; else the last steps of the training file are held out.</summary>
    /// <param name="data">The data.</param>
    /// <param name="name">The name of the set, as in Weekly.</param>
    /// <param name="period">Steps of the season to model.</param>
    /// <param name="scale">Steps of the season that errors are scaled by.</param>
    /// <param name="horizon">How many steps to hold out.</param>
    internal static (List<CompetitionSeries> Series, bool IsOfficial) Read(DataFolder data, string name, int period, int scale, int horizon)
    {
        List<(string Id, double[] Values)> known = Rows(data, $"m4/{name}-train.csv");
        bool isOfficial = data.Has($"m4/{name}-test.csv");
        Dictionary<string, double[]> held = isOfficial ? Rows(data, $"m4/{name}-test.csv").ToDictionary(row => row.Id, row => row.Values) : [];
        return (
            [
                .. known.Where(row => isOfficial ? held.ContainsKey(row.Id) : row.Values.Length > 2 * horizon).Select((row, at) => isOfficial
                    ? new CompetitionSeries(at + 1, name, new Series(row.Id, row.Values, period), held[row.Id], scale)
                    : new CompetitionSeries(at + 1, name, new Series(row.Id, row.Values[..^horizon], period), row.Values[^horizon..], scale)),
            ],
            isOfficial);
    }

    private static List<(string Id, double[] Values)> Rows(DataFolder data, string file)
    {
        List<(string, double[])> rows = [];
        using StreamReader reader = data.OpenText(file);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            string[] fields = [.. line.Split(',').Select(field => field.Trim('"'))];
            rows.Add((fields[0], [.. fields.Skip(1).TakeWhile(field => field.Length > 0 && field != "NA").Select(field => double.Parse(field, CultureInfo.InvariantCulture))]));
        }

        return rows;
    }
}
