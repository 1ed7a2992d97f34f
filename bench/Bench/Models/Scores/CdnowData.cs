using System.Globalization;
using ProdSales.Learning.Data;
using ProdSales.Learning.Selection;

namespace ProdSales.Bench.Models.Scores;

/// <summary>CDNOW: purchases to 1997-09-30 as features, no purchase in the next 39 weeks as the label.</summary>
internal static class CdnowData
{
    private const string Sample = "cdnow/CDNOW_sample.txt";
    private const string Master = "cdnow/CDNOW_master.txt";
    private const int Published = 23_570;

    internal static string? Absence(DataFolder data) => data.Has(Master) ? null : data.Absent(Sample);

    /// <summary>One row a customer, in the order of ids.</summary>
    internal static LearnData Read(DataFolder data)
    {
        string folder = Directory.CreateTempSubdirectory("prodsales-bench-").FullName;
        try
        {
            string file = Path.Combine(folder, "purchases.csv");
            File.WriteAllLines(file, Purchases(data).Prepend("customer,day,usd"));
            Table table = QueryTable.Of(Statement, file);
            return new LearnData(table.Without(["label", "customer"]), QueryTable.Labels(table, "label"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static string Note(LearnData rows) => rows.Labels.Length == Published ? "" : FormattableString.Invariant($"{rows.Labels.Length} of {Published} customers");

    /// <summary>The master has customer, date, pieces and value in a line, the sample a second id behind the first.</summary>
    private static IEnumerable<string> Purchases(DataFolder data)
    {
        bool isMaster = data.Has(Master);
        using StreamReader reader = data.OpenText(isMaster ? Master : Sample);
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length >= 4)
            {
                DateOnly day = DateOnly.ParseExact(fields[^3], "yyyyMMdd", CultureInfo.InvariantCulture);
                yield return string.Create(CultureInfo.InvariantCulture, $"{fields[0]},{day:yyyy-MM-dd},{fields[^1]}");
            }
        }
    }

    private const string Statement =
        """
        WITH purchase AS (SELECT customer, day::DATE AS day, SUM(usd::DOUBLE) AS usd FROM read_csv($1, all_varchar = true) GROUP BY ALL),
        history AS (
            SELECT customer, MIN(day) AS first_day, MAX(day) AS last_day, COUNT(*) AS purchases, SUM(usd) AS usd,
                COUNT(*) FILTER (WHERE day > DATE '1997-09-30' - 30) AS last_30, COUNT(*) FILTER (WHERE day > DATE '1997-09-30' - 90) AS last_90
            FROM purchase WHERE day <= DATE '1997-09-30' GROUP BY customer),
        spans AS (
            SELECT *, (DATE '1997-09-30' - first_day) / 7.0 AS age, (last_day - first_day) / 7.0 AS recency, (DATE '1997-09-30' - last_day) / 7.0 AS since FROM history)
        SELECT customer, purchases, usd, usd / purchases AS mean_usd, age, recency, since, last_30, last_90,
            since / GREATEST(1, CASE WHEN purchases > 1 THEN recency / (purchases - 1) ELSE age END) AS ratio,
            NOT EXISTS (FROM purchase AS p WHERE p.customer = s.customer AND p.day > DATE '1997-09-30' AND p.day <= DATE '1997-09-30' + 273) AS label
        FROM spans AS s ORDER BY customer
        """;
}
