using System.Globalization;
using ProdSales.Bench.Explain.Seeds;
using ProdSales.Learning.Selection;
using ProdSales.Planning.Definition;
using ProdSales.Planning.Running;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Scoring;
using ProdSales.Predictions.Training;
using ProdSales.Simulation;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Bench.Models.Planning;

/// <summary>What each voice adds, from the naive forecast to the consensus, as a sales manager sees it.</summary>
internal sealed class LadderProtocol : IProtocol
{
    private const int Origins = 12;

    private static readonly string[] Chances = ["win_30", "win_60", "win_90", "win_270"];

    // By region, product line and manager, and of the company as a whole.
    private const string Judged = """
        WITH said AS (
          SELECT method, lag, period_start, region_key, product_line, employee_durable_key AS manager, sum(value) AS said, 0 AS sold
          FROM forecast_word WHERE measure = 'revenue' AND origin_date >= $first AND period_end <= $last GROUP BY ALL
        ), sold AS (
          SELECT CAST(date_trunc('month', l.ordered_date) AS DATE) AS period_start, l.region_key, p.product_line, e.manager_durable_key AS manager, sum(l.net_amount) AS sold
          FROM fact_sales_order_line AS l
          INNER JOIN dim_product AS p ON p.product_key = l.product_key
          INNER JOIN dim_employee AS e ON e.employee_key = l.owner_key
          WHERE l.is_cancelled IS NOT TRUE GROUP BY ALL
        ), cell AS (
          SELECT method, lag, period_start, region_key, product_line, manager, sum(said) AS said, sum(sold) AS sold
          FROM (SELECT * FROM said UNION ALL BY NAME SELECT h.method, h.lag, s.*, 0 AS said FROM (SELECT DISTINCT method, lag, period_start FROM said) AS h INNER JOIN sold AS s USING (period_start))
          GROUP BY ALL
        ), whole AS (
          SELECT method, lag, period_start, sum(said) AS said, sum(sold) AS sold FROM cell GROUP BY ALL
        )
        SELECT * FROM (
        SELECT c.method, c.lag, CAST(sum(abs(c.said - c.sold)) / sum(c.sold) AS DOUBLE) AS wape, CAST((sum(c.said) - sum(c.sold)) / sum(c.sold) AS DOUBLE) AS bias,
               (SELECT CAST(sum(abs(w.said - w.sold)) / sum(w.sold) AS DOUBLE) FROM whole AS w WHERE w.method = c.method AND w.lag = c.lag) AS of_whole, count(DISTINCT c.period_start) AS months
        FROM cell AS c WHERE c.lag BETWEEN 1 AND 6 GROUP BY ALL
        ) ORDER BY lag, list_position(['naive', 'statistical', 'pipeline', 'sales', 'consensus'], method)
        """;

    /// <inheritdoc/>
    public string Id => "P2";

    /// <inheritdoc/>
    public string Question =>
        $"Demo company of seed 1, five years, scale 0.3: revenue by region, product line and manager from {Origins} month ends, 1 to 6 months ahead; chances to win learned once, from what was known at the first origin. "
        + "WAPE over all cells, FVA against naive, bias, and the WAPE of the whole company.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => null;

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        string folder = Directory.CreateTempSubdirectory("ladder").FullName;
        try
        {
            DemoOptions options = new() { Scale = 0.3, Years = 5 };
            DateOnly first = options.LastDay.AddDays(1).AddMonths(-Origins).AddDays(-1);
            using WarehouseDatabase warehouse = WarehouseDatabase.Open(PlantedCompany.In(folder, options).Path);
            Forecast(warehouse, options.LastDay, first);
            return Figures(warehouse, first, options.LastDay);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Forecast(WarehouseDatabase warehouse, DateOnly last, DateOnly first)
    {
        Prediction[] predictions = [.. Chances.Select(name => PredictionCatalogue.Find(name)!)];
        foreach (Prediction prediction in predictions)
        {
            new ModelTraining(warehouse, TimeProvider.System).Train(prediction, first, new LearnSettings(), CancellationToken.None);
        }

        for (int back = Origins; back > 0; back--)
        {
            DateOnly origin = last.AddDays(1).AddMonths(-back).AddDays(-1);
            foreach (Prediction prediction in predictions)
            {
                new ScoringRun(warehouse, TimeProvider.System).Score(prediction, origin, CancellationToken.None);
            }

            new PlanningRun(warehouse, TimeProvider.System).Plan(PlannedCatalogue.Find("revenue")!, origin, CancellationToken.None);
        }
    }

    private static List<Figure> Figures(WarehouseDatabase warehouse, DateOnly first, DateOnly last)
    {
        using ReaderLease lease = warehouse.Readers.Lease();
        using DuckDbCommand command = lease.Connection.CreateCommand(Judged);
        command.Parameters.Add(new DuckDbParameter("first", first));
        command.Parameters.Add(new DuckDbParameter("last", last));
        using DuckDbDataReader reader = command.ExecuteReader();
        double naive = double.NaN;
        List<Figure> figures = [];
        while (reader.Read())
        {
            (string method, long lag, double wape) = (reader.GetString(0), reader.GetInt64(1), reader.GetDouble(2));
            naive = method == "naive" ? wape : naive;
            figures.Add(new Figure(
                string.Create(CultureInfo.InvariantCulture, $"WAPE, lag {lag}, {method}"),
                wape,
                null,
                string.Create(CultureInfo.InvariantCulture, $"FVA {naive - wape:+0.000;-0.000}, bias {reader.GetDouble(3):+0.000;-0.000}, whole company {reader.GetDouble(4):0.000}; {reader.GetInt64(5)} months")));
        }

        return figures;
    }
}
